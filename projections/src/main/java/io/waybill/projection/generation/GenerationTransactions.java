package io.waybill.projection.generation;

import io.waybill.projection.view.View;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/** Transactions in which a view's name means one generation of it, as {@link SearchPath} has it. */
final class GenerationTransactions implements TransactionManager {
    private final TransactionManager transactions;
    private final SearchPath searchPath;
    private final View view;
    private final int generation;
    private final Role role;

    GenerationTransactions(
            TransactionManager transactions, SearchPath searchPath, View view, int generation, Role role) {
        this.transactions = transactions;
        this.searchPath = searchPath;
        this.view = view;
        this.generation = generation;
        this.role = role;
    }

    @Override
    public Transaction startTransaction() {
        Transaction transaction = transactions.startTransaction();
        try {
            searchPath.enter(view, generation, role.serves());
        } catch (RuntimeException failed) {
            transaction.rollback();
            throw failed;
        }
        return transaction;
    }
}
