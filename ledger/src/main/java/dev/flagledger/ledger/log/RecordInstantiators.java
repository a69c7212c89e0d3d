package dev.flagledger.ledger.log;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;

/**
 * Makes records by handles that take their components as one array. Jackson adapts a handle each time that it makes something,
 * which is a fifth of what it costs to read an event, and a start reads millions.
 */
final class RecordInstantiators extends ValueInstantiators.Base {

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config, BeanDescription.Supplier bean, ValueInstantiator usual) {
        return bean.getBeanClass().isRecord() && usual.canCreateFromObjectWith()
                ? new OfRecord(usual, bean.getBeanClass())
                : usual;
    }

    private static MethodHandle handle(Class<?> type) {
        var components = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(components);
            constructor.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every record has its canonical constructor", e);
        }
    }

    private static final class OfRecord extends ValueInstantiator.Delegating {

        private static final long serialVersionUID = 1L;

        private final Class<?> type;
        private final transient MethodHandle components;

        OfRecord(ValueInstantiator usual, Class<?> type) {
            super(usual);
            this.type = type;
            this.components = handle(type);
        }

        @Override
        public Object createFromObjectWith(
                DeserializationContext context, SettableBeanProperty[] properties, PropertyValueBuffer values) {
            return createFromObjectWith(context, values.getParameters(context, properties));
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] values) {
            try {
                return components.invokeExact(values);
            } catch (Throwable problem) {
                return context.handleInstantiationProblem(type, values, problem);
            }
        }
    }
}
