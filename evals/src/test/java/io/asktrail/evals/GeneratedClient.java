package io.asktrail.evals;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A client that a generator makes of the API's document, as somebody else's build would: its sources are compiled, and its
 * methods are called by their names.
 */
final class GeneratedClient implements AutoCloseable {
    /** The system property that names the generator, a program in one file. */
    static final String GENERATOR = "asktrail.client-generator";

    private static final String MADE = "made";

    private final URLClassLoader classes;
    private final Object apiClient;
    private final List<Class<?>> apis;

    /** What a call gave: its status, or what the client could not read. */
    record Outcome(int status, String detail) {
        boolean wasRead() {
            return status > 0;
        }
    }

    private GeneratedClient(URLClassLoader classes, Object apiClient, List<Class<?>> apis) {
        this.classes = classes;
        this.apiClient = apiClient;
        this.apis = apis;
    }

    static GeneratedClient of(String document, Path folder, String url, String token) throws Exception {
        var source = folder.resolve("openapi.json");
        Files.writeString(source, document);
        generate(source, folder.resolve("sources"));
        var compiled = compile(folder.resolve("sources/src/main/java"), folder.resolve("classes"));
        var classes = new URLClassLoader(new URL[] {compiled.toUri().toURL()}, GeneratedClient.class.getClassLoader());
        var apiClient = classes.loadClass(MADE + ".ApiClient").getConstructor().newInstance();
        var address = URI.create(url);
        apiClient.getClass().getMethod("setHost", String.class).invoke(apiClient, address.getHost());
        apiClient.getClass().getMethod("setPort", int.class).invoke(apiClient, address.getPort());
        apiClient.getClass().getMethod("setScheme", String.class).invoke(apiClient, address.getScheme());
        Consumer<HttpRequest.Builder> login = request -> request.header("Authorization", "Bearer " + token);
        apiClient.getClass().getMethod("setRequestInterceptor", Consumer.class).invoke(apiClient, login);
        return new GeneratedClient(classes, apiClient, apis(classes, compiled.resolve(MADE + "/api")));
    }

    private static void generate(Path document, Path into) throws IOException, InterruptedException {
        var log = into.resolveSibling("generator.log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Objects.requireNonNull(System.getProperty(GENERATOR), "no generator is named"),
                        "generate",
                        "--input-spec=" + document,
                        "--output=" + into,
                        "--generator-name=java",
                        "--library=native",
                        "--invoker-package=" + MADE,
                        "--api-package=%s.api".formatted(MADE),
                        "--model-package=%s.model".formatted(MADE),
                        "--additional-properties=openApiNullable=false,useJakartaEe=true,hideGenerationTimestamp=true",
                        "--global-property=models,apis,supportingFiles,modelDocs=false,apiDocs=false,modelTests=false,apiTests=false")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("no client can be made of the document:\n" + Files.readString(log));
        }
    }

    private static Path compile(Path sources, Path into) throws IOException {
        Files.createDirectories(into);
        var arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-parameters", "-d", into.toString()));
        arguments.add("-classpath");
        arguments.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        try (var files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the client that was made of the document does not compile");
        }
        return into;
    }

    private static List<Class<?>> apis(ClassLoader classes, Path folder) throws IOException, ClassNotFoundException {
        var apis = new ArrayList<Class<?>>();
        try (var files = Files.list(folder)) {
            for (var file : files.map(path -> path.getFileName().toString()).toList()) {
                if (file.endsWith("Api.class")) {
                    apis.add(classes.loadClass("%s.api.%s".formatted(MADE, file.replace(".class", ""))));
                }
            }
        }
        return apis;
    }

    /**
     * Calls an operation.
     *
     * @param given values of its parameters, by their names; the others are left out
     * @param body in JSON, read into the client's own type; null for none
     */
    Outcome call(String operation, Map<String, String> given, @Nullable String body) throws Exception {
        var method = method(operation + "WithHttpInfo");
        var api =
                method.getDeclaringClass().getConstructor(apiClient.getClass()).newInstance(apiClient);
        var arguments = new ArrayList<@Nullable Object>();
        for (var parameter : method.getParameters()) {
            arguments.add(argument(parameter, given, body));
        }
        try {
            var reply = method.invoke(api, arguments.toArray());
            return new Outcome((int) reply.getClass().getMethod("getStatusCode").invoke(reply), "");
        } catch (InvocationTargetException refused) {
            var failure = Objects.requireNonNull(refused.getCause());
            var code = failure.getClass().getMethod("getCode").invoke(failure);
            return new Outcome((int) code, String.valueOf(failure.getMessage()));
        }
    }

    // The overload without headers of the caller's own.
    private Method method(String name) {
        return apis.stream()
                .flatMap(api -> Arrays.stream(api.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name))
                .filter(method -> !Arrays.asList(method.getParameterTypes()).contains(Map.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the client has no method " + name));
    }

    private @Nullable Object argument(Parameter parameter, Map<String, String> given, @Nullable String body)
            throws ReflectiveOperationException {
        if (!parameter.getType().getName().startsWith(MADE + ".model.")
                || parameter.getType().isEnum()) {
            return given.get(parameter.getName());
        }
        var mapper = apiClient.getClass().getMethod("getObjectMapper").invoke(apiClient);
        return mapper.getClass()
                .getMethod("readValue", String.class, Class.class)
                .invoke(mapper, body, parameter.getType());
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
