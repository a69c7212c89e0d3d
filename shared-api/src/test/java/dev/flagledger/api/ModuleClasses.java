package dev.flagledger.api;

import dev.flagledger.api.event.LedgerEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the classes of this module, so that tests need no lists that could be incomplete. */
final class ModuleClasses {

    private ModuleClasses() {}

    static List<Class<?>> recordsThatAre(Class<?> kind) {
        return all().filter(type -> type.isRecord() && kind.isAssignableFrom(type))
                .toList();
    }

    static List<Class<?>> interfacesBelow(Class<?> kind) {
        return all().filter(type -> type.isInterface() && type != kind && kind.isAssignableFrom(type))
                .toList();
    }

    private static Stream<Class<?>> all() {
        var root = root();
        try (var files = Files.walk(root)) {
            var names = files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
            return names.stream().map(ModuleClasses::named);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(LedgerEvent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, ModuleClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
