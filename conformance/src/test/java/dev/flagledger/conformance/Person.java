package dev.flagledger.conformance;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Somebody about whom every client is asked, with the traits that the application knows. */
record Person(String identifier, Map<String, String> traits) {

    /** Enough to meet every variant; every other one is a pro. */
    static List<Person> all() {
        return IntStream.rangeClosed(1, 40)
                .mapToObj(number -> new Person("user-" + number, Map.of("plan", number % 2 == 0 ? "pro" : "free")))
                .toList();
    }
}
