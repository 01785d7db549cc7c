package org.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the API promises, as text: a change of it is seen in review. {@code -Dgolden.update=true} writes the file anew.
 * From the first release on, the file is a promise that only a new major version takes back.
 */
class SignaturesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/signatures.txt");

    @Test
    void areThoseThatWereReviewed() throws Exception {
        List<String> now = new ArrayList<>();
        for (Class<?> type : publicTypes()) {
            now.add(header(type));
            members(type).sorted().map(line -> "  " + line).forEach(now::add);
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.write(GOLDEN, now);
        }

        assertThat(now)
                .as("public signatures; if the change is meant, run with -Dgolden.update=true and review the file")
                .isEqualTo(Files.readAllLines(GOLDEN));
    }

    private static List<Class<?>> publicTypes() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(
                Regime.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> names;
        try (Stream<Path> files = Files.walk(root)) {
            names = files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
        List<Class<?>> types = new ArrayList<>();
        for (String name : names) {
            Class<?> type = Class.forName(name);
            if (Modifier.isPublic(type.getModifiers())) {
                types.add(type);
            }
        }
        return types;
    }

    private static String header(Class<?> type) {
        String parents = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .map(java.lang.reflect.Type::getTypeName)
                .reduce("", (a, b) -> a + " " + b);
        return type.toGenericString() + (parents.isEmpty() ? "" : " :" + parents);
    }

    private static Stream<String> members(Class<?> type) {
        return Stream.of(
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(c -> isVisible(c.getModifiers()))
                                .map(Constructor::toGenericString),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(m -> isVisible(m.getModifiers()) && !m.isSynthetic())
                                .map(Method::toGenericString),
                        Arrays.stream(type.getDeclaredFields())
                                .filter(f -> isVisible(f.getModifiers()) && !f.isSynthetic())
                                .map(Field::toGenericString))
                .flatMap(lines -> lines);
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
