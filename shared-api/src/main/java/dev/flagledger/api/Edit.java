package dev.flagledger.api;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;

/**
 * What somebody made of something that they saw. What they left alone stays as it is by then, so that two people who
 * change different things at the same time do not undo each other's changes.
 *
 * @param seen the thing as they saw it
 * @param wanted the thing as they want it
 */
public record Edit<T extends Record>(T seen, T wanted) {

    /**
     * The thing with the edit made to it.
     *
     * @param current the thing as it is by now
     */
    public T onto(T current) {
        if (seen.equals(current)) {
            return wanted;
        }
        var components = current.getClass().getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> {
                    var wish = value(component, wanted);
                    return Objects.equals(value(component, seen), wish) ? value(component, current) : wish;
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

    private static Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that cannot be read: " + of.getClass(), e);
        }
    }
}
