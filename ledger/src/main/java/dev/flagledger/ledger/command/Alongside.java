package dev.flagledger.ledger.command;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Runs an additional write of the sender in the transaction of its command. */
@Component
final class Alongside implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final ScopedValue<Runnable> WRITE = ScopedValue.newInstance();

    /** Whether the current command has an additional write. */
    static boolean isPresent() {
        return WRITE.isBound();
    }

    static void of(Runnable write, Runnable send) {
        ScopedValue.where(WRITE, write).run(send);
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        var result = chain.proceed();
        // A command that the write itself sends is handled within the unit of work of the first.
        if (WRITE.isBound() && work.parent().isEmpty()) {
            WRITE.get().run();
        }
        return result;
    }
}
