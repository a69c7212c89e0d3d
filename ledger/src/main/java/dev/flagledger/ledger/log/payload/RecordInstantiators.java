package dev.flagledger.ledger.log.payload;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.module.SimpleModule;

/**
 * Creates records through method handles that take all arguments as one array. Jackson adapts a handle for each record that it
 * creates, a fifth of the cost of reading an event, and a start reads millions.
 */
final class RecordInstantiators extends ValueInstantiators.Base {

    /** The module that registers the instantiators. */
    static SimpleModule module() {
        return new SimpleModule("records") {
            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                context.addValueInstantiators(new RecordInstantiators());
            }
        };
    }

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config, BeanDescription.Supplier bean, ValueInstantiator usual) {
        return bean.getBeanClass().isRecord() && usual.getWithArgsCreator() instanceof AnnotatedConstructor creator
                ? new OfRecord(usual, creator.getAnnotated())
                : usual;
    }

    private static MethodHandle handle(Constructor<?> constructor) {
        try {
            constructor.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, constructor.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the constructor was made accessible", e);
        }
    }

    private static final class OfRecord extends ValueInstantiator.Delegating {

        private static final long serialVersionUID = 1L;

        private final Class<?> type;
        private final transient MethodHandle constructor;

        OfRecord(ValueInstantiator usual, Constructor<?> constructor) {
            super(usual);
            this.type = constructor.getDeclaringClass();
            this.constructor = handle(constructor);
        }

        @Override
        public Object createFromObjectWith(
                DeserializationContext context, SettableBeanProperty[] properties, PropertyValueBuffer values) {
            return createFromObjectWith(context, values.getParameters(context, properties));
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] values) {
            try {
                return constructor.invokeExact(values);
            } catch (Error e) {
                // Not a problem of the input.
                throw e;
            } catch (Throwable problem) {
                return context.handleInstantiationProblem(type, values, problem);
            }
        }
    }
}
