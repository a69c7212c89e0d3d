package dev.flagledger.ledger.command;

import dev.flagledger.api.SelfContained;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Starts a transaction for a command, unless it is {@link SelfContained}. */
final class CommandTransactions implements TransactionManager {

    private final TransactionManager delegate;

    CommandTransactions(TransactionManager delegate) {
        this.delegate = delegate;
    }

    @Override
    public Transaction startTransaction() {
        var command = CurrentUnitOfWork.get().getMessage().getPayload();
        return command instanceof SelfContained && !Alongside.isPresent()
                ? NoTransactionManager.INSTANCE.startTransaction()
                : delegate.startTransaction();
    }
}
