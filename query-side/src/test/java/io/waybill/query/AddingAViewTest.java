package io.waybill.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.order.OrderId;
import io.waybill.projection.Fold;
import io.waybill.projection.Orders;
import io.waybill.projection.Story;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds the view of docs/adding-a-view.md as the page says, file by file, and asks it. */
@RealServers(Server.POSTGRES)
class AddingAViewTest {
    private static final Path PAGE = Path.of(System.getProperty("waybill.root"), "docs/adding-a-view.md");

    /** A block of code whose first line names its file. */
    private static final Pattern FILE =
            Pattern.compile("```(?:java|sql)\\n(?://|--) (\\S+)\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void the_view_that_the_page_adds_is_written_and_read() throws Exception {
        Map<String, String> files = files();
        assertThat(files).hasSize(6);
        Story story = new Story();
        OrderId order = story.placed(Orders.hearts());
        story.placed(Orders.guest());

        try (URLClassLoader classes = compiled(files);
                Fold fold = new Fold(TestServers.postgres().newDatabase(), Map.of(), Set.of())) {
            files.forEach((name, text) -> {
                if (name.endsWith(".sql")) {
                    Stream.of(text.split(";"))
                            .filter(each -> !each.isBlank())
                            .forEach(each -> fold.jdbc().sql(each).update());
                }
            });
            fold.add(made(classes, "io.waybill.projection.reference.ReferenceWriter", JdbcTemplate.class, fold));
            fold.fold(story.events());
            fold.fold(story.events());

            Object api = made(classes, "io.waybill.query.reference.ReferenceApi", JdbcClient.class, fold);
            Method page = api.getClass().getDeclaredMethod("page", String.class, int.class, String.class);
            page.setAccessible(true);
            assertThat(page.invoke(api, "536365", 50, null))
                    .hasToString("ReferencePage[items=[" + order + "], next=null]");
        }
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (MatchResult file : FILE.matcher(Files.readString(PAGE)).results().toList()) {
            files.put(file.group(1), file.group(2));
        }
        return files;
    }

    private URLClassLoader compiled(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        List<String> sources = files.keySet().stream()
                .filter(name -> name.endsWith(".java"))
                .map(name -> folder.resolve(name).toString())
                .toList();
        Path classes = folder.resolve("classes");
        List<String> options = List.of("-d", classes.toString(), "-cp", classPath(), "-proc:none", "-parameters");
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        Stream.concat(options.stream(), sources.stream()).toArray(String[]::new));
        assertThat(result).as("what javac says to the page's code").isZero();
        URL url = URI.create(classes.toUri().toString()).toURL();
        return new URLClassLoader(new URL[] {url}, AddingAViewTest.class.getClassLoader());
    }

    // Surefire hands a long class path over in a jar's manifest.
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static Object made(ClassLoader classes, String name, Class<?> given, Fold fold) throws Exception {
        Constructor<?> constructor = classes.loadClass(name).getDeclaredConstructor(given);
        constructor.setAccessible(true);
        return constructor.newInstance(fold.bean(given));
    }
}
