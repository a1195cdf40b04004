package dev.tenon.validation;

import dev.tenon.kernel.web.FormData;
import dev.tenon.validation.message.Catalogue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/**
 * Checks and cleans what a request brings, one {@link Field} at a time, and collects every error:
 *
 * <pre>{@code
 * Check check = Check.of(request);
 * check.field("uname").trim().isLength(6, 20, "请填写用户名");
 * check.query("page").defaultTo(1).toInt();
 * Map<String, Object> vals = check.vals();
 * }</pre>
 *
 * The body is a form, a form that was uploaded (parse it first), or a JSON object; it is read when the first field of it is asked for. Text is
 * UTF-8 unless the client says otherwise, so ask before anybody else reads parameters. A name may lead inside, as {@code address.city} and {@code
 * items[0].qty} do, and have wildcards, such as {@code items.*.qty}; a value of this very name comes first. Where a whole source cannot be read,
 * asking for its first field throws a {@link dev.tenon.kernel.TenonException}: malformed (400) or too large (413). Not thread-safe.
 */
public final class Check {
    private final Sources sources;
    private final List<Field> fields = new ArrayList<>();
    private List<Violation> requestErrors = List.of();
    private Pending pending;
    private ValidationOptions options;
    private Catalogue catalogue;

    private Check(Sources sources, ValidationOptions options) {
        this.sources = sources;
        this.options = options;
    }

    /** Returns a new check of the request, with the options of its application. Nothing is read yet. */
    public static Check of(HttpServletRequest request) {
        Objects.requireNonNull(request, "request");
        return of(request, ValidationOptions.of(request.getServletContext()));
    }

    /** Returns a new check of the request. Nothing is read yet. */
    public static Check of(HttpServletRequest request, ValidationOptions options) {
        return new Check(Sources.of(request, options), options);
    }

    /**
     * Returns a new check of a body that came another way, such as the argument of a socket's event.
     *
     * @param body what JSON has: maps, lists, texts, numbers, truth values and null
     */
    public static Check of(Map<String, ?> body) {
        ValidationOptions options = Current.options();
        return new Check(Sources.of(body, options), options);
    }

    /**
     * Sets what path parameters there are, such as a REST resource's {@code UriInfo.getPathParameters()}; for {@link #param(String)}.
     *
     * @param params by name a text, or a list of which the first counts
     */
    public Check params(Map<String, ?> params) {
        sources.params(params);
        return this;
    }

    /**
     * Sets what the path of the request means, below the application's own; for {@link #param(String)}. Where the path is another one, no
     * parameter is there.
     *
     * @param template such as {@code /orders/{id}}
     */
    public Check path(String template) {
        sources.path(template);
        return this;
    }

    /** Sets the languages of messages, the best first; by default the request's {@code Accept-Language}, else English. */
    public Check languages(Locale... languages) {
        catalogue = Catalogue.of(List.of(languages));
        return this;
    }

    /** Makes {@link Field#toBoolean()} do what koa-bouncer's does: every text but the empty one is true, {@code "false"} and {@code "0"}, too. */
    public Check compat() {
        options = options.toBuilder().compat(true).build();
        return this;
    }

    /** Sets when the search for errors ends. */
    public Check stop(Stop when) {
        options = options.toBuilder().stop(when).build();
        return this;
    }

    /** Sets what is done with what nobody asked for. */
    public Check unknown(Unknown policy) {
        options = options.toBuilder().unknown(policy).build();
        return this;
    }

    /** Sets how long asynchronous rules may take together. */
    public Check deadline(Duration time) {
        options = options.toBuilder().deadline(time).build();
        return this;
    }

    /**
     * Sets the page of the form, to which a browser goes back; by default the one that it came from.
     *
     * @param path on this server and in this application, such as {@code /sign-up}; without the application's own path
     */
    public Check page(String path) {
        sources.remember(FormPage.CHOSEN, path);
        return this;
    }

    /** Returns the field of the body; the same one when asked again. */
    public Field body(String name) {
        return field(sources.body(), name);
    }

    /** Returns the field of the query string; the same one when asked again. */
    public Field query(String name) {
        return field(sources.query(), name);
    }

    /** Returns the parameter of the path; the same one when asked again. See {@link #path(String)} and {@link #params(Map)}. */
    public Field param(String name) {
        return field(sources.path(), name);
    }

    /** Returns the header, whatever the case of its letters; the same one when asked again. */
    public Field header(String name) {
        return field(sources.header(), name);
    }

    /** Returns the cookie; the same one when asked again. */
    public Field cookie(String name) {
        return field(sources.cookie(), name);
    }

    /**
     * Returns the file of the form, a {@link jakarta.servlet.http.Part}, or the list of several files of this name; the same one when asked again.
     * A file input in which nothing was chosen is absent.
     */
    public Field file(String name) {
        return field(sources.part(), name);
    }

    /** Returns the field of the body or, where the body has none of this name, of the path, or of the query string. */
    public Field field(String name) {
        return field(sources.any(name), name);
    }

    private Field field(Source source, String name) {
        for (Field field : fields) {
            if (field.source == source && field.name.equals(name)) {
                return field;
            }
        }
        Field field = FieldSearch.find(this, source, name);
        fields.add(field);
        return field;
    }

    /** Refuses the request unless the result is true; the error names no field. */
    public Check check(boolean result, String tip) {
        if (!result) {
            requestErrors = new ArrayList<>(requestErrors);
            requestErrors.add(Refusal.of(this, "request", "check", FieldChain.tipped(tip)));
            refused();
        }
        return this;
    }

    /** Refuses the request if the result is true; the error names no field. */
    public Check checkNot(boolean result, String tip) {
        return check(!result, tip);
    }

    /**
     * Returns the errors so far, in the order in which the fields were first asked for; empty when there are none. A field of many elements has no
     * more of them than {@link ValidationOptions#maxErrors()}.
     */
    public List<Violation> errors() {
        List<Violation> all = ownErrors();
        if (options.unknown() == Unknown.REFUSE) {
            all.addAll(UnknownFields.refused(this));
        } else if (options.unknown() == Unknown.ALLOW) {
            all.addAll(UnknownFields.repeated(this));
        }
        return Collections.unmodifiableList(all);
    }

    /** Returns the errors without those about what nobody asked for. */
    List<Violation> ownErrors() {
        settle();
        List<Violation> all = new ArrayList<>();
        fields.forEach(field -> all.addAll(field.errors()));
        all.addAll(requestErrors);
        return all;
    }

    /**
     * Returns the values that were asked for and are present, by the name by which they were asked for. Where a name was asked for in body and
     * query, the last one stands here; {@link Field#val()} has both. A name with a wildcard has a list.
     *
     * @return an unmodifiable copy
     * @throws ValidationException if anything was refused, with all errors; what an upload stored for this request is deleted then
     */
    public Map<String, Object> vals() {
        if (hasErrors()) {
            throw refusal();
        }
        return Collected.vals(this);
    }

    /**
     * Returns a record of the values: of what was asked for, and of the body's for the other components. Those are cleaned as their annotations
     * say, converted exactly to the types of the components, bound, and then judged by their Bean Validation constraints, where the server has a
     * provider. A text of a form may say a number, a truth value or a date; in JSON a number is a number. Members that the record does not
     * have are left out, unless {@link #unknown} says something else.
     *
     * @throws ValidationException if anything was refused, with all errors; what an upload stored for this request is deleted then
     * @throws IllegalArgumentException if the type is no record, or a component's can never be made of JSON
     */
    public <T> T as(Class<T> type) {
        RecordBinding<T> binding = new RecordBinding<>(this, type);
        List<Violation> wrong = binding.errors();
        if (!wrong.isEmpty()) {
            throw refusal(wrong);
        }
        return binding.bound();
    }

    /**
     * Answers a page that asks about single fields while somebody types, naming them in the header {@code Validate-Only}: with 204 if nothing is
     * wrong with them, or else with their errors as {@link #vals()} would. Call it when all fields were asked for, before anything is done.
     *
     * @return whether the request was answered; false if it has no such header
     */
    public boolean dryRun(HttpServletResponse response) throws IOException {
        return DryRun.answer(sources.request(), response, options, this::errors);
    }

    /** Does {@link #dryRun(HttpServletResponse)} with the errors that {@link #as(Class)} would find. */
    public boolean dryRun(HttpServletResponse response, Class<?> type) throws IOException {
        return DryRun.answer(sources.request(), response, options, () -> new RecordBinding<>(this, type).errors());
    }

    ValidationException refusal() {
        return refusal(errors());
    }

    private ValidationException refusal(List<Violation> errors) {
        if (sources.request() != null) {
            FormData.of(sources.request()).ifPresent(FormData::discard);
        }
        return ValidationException.of(errors, options);
    }

    /** Called by a field that was refused. */
    void refused() {
        if (options.stop() == Stop.REQUEST) {
            throw refusal();
        }
    }

    private boolean hasErrors() {
        settle();
        boolean plain = options.unknown() == Unknown.STRIP && requestErrors.isEmpty();
        for (Field field : fields) {
            plain &= !field.isRefused();
        }
        return !plain && !errors().isEmpty();
    }

    void await(CompletionStage<Boolean> answer, Runnable refuse) {
        if (pending == null) {
            pending = new Pending();
        }
        pending.add(answer, refuse);
    }

    void settle() {
        if (pending != null) {
            pending.settle(options.deadline());
        }
    }

    Secrets secrets() {
        return sources.secrets();
    }

    Catalogue catalogue() {
        if (catalogue == null) {
            catalogue = Catalogue.of(sources.languages());
        }
        return catalogue;
    }

    ValidationOptions options() {
        return options;
    }

    Sources sources() {
        return sources;
    }

    List<Field> fields() {
        return fields;
    }
}
