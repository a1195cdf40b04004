package dev.tenon.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;

/**
 * Starts Payara Micro as its own main class does, then deploys and undeploys what standard input names: Payara Micro has no folder that it
 * watches. Runs in the server's process, where nothing of Payara was compiled against.
 */
final class PayaraMicroConsole {
    private PayaraMicroConsole() {}

    public static void main(String[] arguments) throws Exception {
        Class<?> micro = Class.forName("fish.payara.micro.PayaraMicro");
        micro.getMethod("main", String[].class).invoke(null, (Object) arguments);
        Object boot = micro.getMethod("getInstance").invoke(null);
        Object runtime = micro.getMethod("getRuntime").invoke(boot);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            run(runtime, line.split(" ", 4));
        }
    }

    /** @param words {@code deploy <name> <context path> <file>} or {@code undeploy <name>} */
    private static void run(Object runtime, String... words) throws ReflectiveOperationException {
        Class<?> type = Class.forName("fish.payara.micro.PayaraMicroRuntime");
        if (words[0].equals("deploy")) {
            type.getMethod("deploy", String.class, String.class, File.class)
                    .invoke(runtime, words[1], words[2], new File(words[3]));
        } else {
            type.getMethod("undeploy", String.class).invoke(runtime, words[1]);
        }
    }
}
