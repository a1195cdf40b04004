package dev.tenon.realtime.cdi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a method of a CDI bean handle an event of every socket of a namespace: {@code @OnEvent("chat message") void message(Socket socket, String to,
 * String text)}. The method is called through the container, so interceptors apply, with an active request context; it runs where {@link
 * dev.tenon.realtime.Realtime} says, and what it throws goes where a handler's exception goes. It is neither private nor static.
 *
 * <p>Its parameters may be the {@link dev.tenon.realtime.Socket}, the {@link dev.tenon.realtime.Args} and the {@link dev.tenon.realtime.Ack}, anywhere;
 * all others are the arguments of the event in their order, as {@link dev.tenon.realtime.Args#get(int, java.lang.reflect.Type)} has them. What it returns
 * is the answer, if the client waits for one; a {@link java.util.concurrent.CompletionStage} answers when it completes.
 *
 * <p>The events {@code connection}, {@code disconnecting} and {@code disconnect} are those of the socket itself: the latter two have the reason as
 * their argument. A dependent bean has one instance for the application.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEvent {
    /** Returns the name of the event. */
    String value();

    /** Returns the name of the namespace; {@code /} unless said. */
    String namespace() default "/";
}
