package dev.tenon.kernel;

/** Makes the threads of an application's own. */
public final class DaemonThread {
    private DaemonThread() {}

    /**
     * Returns a thread that keeps no server alive, not started. It inherits nothing of the thread that happened to need it first: no user, transaction or log
     * context of a request.
     *
     * @param loader the application's class loader, which the task sees as context class loader
     */
    public static Thread of(Runnable task, String name, ClassLoader loader) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }
}
