package dev.flagledger.ledger.command;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Runs the write that a sender wants beside its command, inside the command's transaction. */
@Component
final class Alongside implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final ScopedValue<Runnable> WRITE = ScopedValue.newInstance();

    /** Whether the command that this thread sends has a write beside it. */
    static boolean isWanted() {
        return WRITE.isBound();
    }

    static void of(Runnable write, Runnable sending) {
        ScopedValue.where(WRITE, write).run(sending);
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        var result = chain.proceed();
        if (WRITE.isBound()) {
            WRITE.get().run();
        }
        return result;
    }
}
