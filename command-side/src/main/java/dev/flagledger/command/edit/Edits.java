package dev.flagledger.command.edit;

import dev.flagledger.api.Edit;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;

/** Three-way merge of records: components that the sender did not change keep their current values. */
public final class Edits {

    private Edits() {}

    /** Applies the edit to the aggregate's current value, component by component. */
    public static <T extends Record> T merged(Edit<T> edit, T current) {
        if (edit.seen().equals(current)) {
            return edit.wanted();
        }
        var components = current.getClass().getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> {
                    var wish = value(component, edit.wanted());
                    return Objects.equals(value(component, edit.seen()), wish) ? value(component, current) : wish;
                })
                .toArray();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked")
            var merged = (T) current.getClass().getDeclaredConstructor(types).newInstance(values);
            return merged;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that cannot be made: " + current.getClass(), e);
        }
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that cannot be read: " + record.getClass(), e);
        }
    }
}
