package dev.flagledger.ledger.command;

import dev.flagledger.api.SelfContained;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Gives a command a transaction, unless it has nothing to read or write in it. */
final class CommandTransactions implements TransactionManager {

    private final TransactionManager others;

    CommandTransactions(TransactionManager others) {
        this.others = others;
    }

    @Override
    public Transaction startTransaction() {
        var command = CurrentUnitOfWork.get().getMessage().getPayload();
        return command instanceof SelfContained && !Alongside.isWanted()
                ? NoTransactionManager.INSTANCE.startTransaction()
                : others.startTransaction();
    }
}
