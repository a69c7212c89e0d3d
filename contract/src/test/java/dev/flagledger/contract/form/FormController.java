package dev.flagledger.contract.form;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads a field named {@code x} with each method, and responds with its value. */
@RestController
@RequestMapping("/api/v1/traits/form")
class FormController {

    @RequestMapping("/{way}")
    Map<String, Object> read(@PathVariable String way, Form form) {
        var value = value(way, form);
        form.validate();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("x", value);
        return answer;
    }

    /** Requires all fields. */
    @RequestMapping("/many")
    Map<String, Object> many(Form form) {
        var name = form.text("name", 5);
        var limit = form.integer("limit");
        form.reject("name", "No such name.");
        form.validate();
        return Map.of("name", name, "limit", limit);
    }

    private static @Nullable Object value(String way, Form form) {
        return switch (way) {
            case "text" -> form.text("x", 5);
            case "text-or" -> form.text("x", 5, "now");
            case "text-or-null" -> form.textOrNull("x", 5, "now");
            case "text-or-blank" -> form.textOrBlank("x", 5, "now");
            case "secret" -> form.secret("x", 5);
            case "email" -> form.email("x", 254);
            case "emailOrNull" -> form.emailOrNull("x", 254, "as it was");
            case "bool" -> form.bool("x", true);
            case "bool-or-null" -> form.boolOrNull("x", true);
            case "choice" -> form.choice("x", List.of("red", "12"), "now");
            case "choice-or-null" -> form.choiceOrNull("x", List.of("red"), "now");
            case "percentage" -> form.percentage("x", 12.5);
            case "ids" -> IdFields.list(form, "x", id -> id < 10).orElse(List.of(-1));
            case "integers" -> Fields.integers(form, "x");
            case "forms" ->
                NestedForms.list(form, "x").orElse(List.of()).stream()
                        .map(item -> item.text("a", 5))
                        .toList();
            case "filled" ->
                NestedForms.nonEmptyList(form, "x").stream()
                        .map(item -> item.text("a", 5))
                        .toList();
            case "choice-there" -> Fields.choice(form, "x", List.of("red", "12"));
            case "name-or-null" -> Fields.textOrNull(form, "x", 5);
            case "printed" -> Fields.printed(form, "x", 20);
            case "id" -> IdFields.required(form, "x", id -> id < 10);
            case "id-or-null" -> IdFields.nullable(form, "x", 3, id -> id < 10);
            case "time-or-null" -> form.timeOrNull("x", Instant.EPOCH);
            case "integer" -> form.integer("x");
            case "integer-or" -> form.integer("x", 7);
            case "integer-or-null" -> form.integerOrNull("x", 7);
            default -> throw new IllegalArgumentException(way);
        };
    }
}
