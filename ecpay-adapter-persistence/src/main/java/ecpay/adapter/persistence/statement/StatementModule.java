package ecpay.adapter.persistence.statement;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.reconciliation.StatementSource;
import org.jdbi.v3.core.mapper.RowMapper;

/** Binds the books of the statement files, their reports, and the turn to ask for one. */
public final class StatementModule extends AbstractModule {
  private final RowMapper<Payment> payments;

  /**
   * @param payments reads a row of the payments
   */
  public StatementModule(RowMapper<Payment> payments) {
    this.payments = payments;
  }

  @Provides
  @Singleton
  StatementBooks statementBooks(JdbiTransactions transactions) {
    return new JdbiStatementBooks(transactions, payments);
  }

  @Provides
  @Singleton
  StatementSource.Turn turn(JdbiTransactions transactions) {
    return new JdbiTurn(transactions);
  }

  @Provides
  @Singleton
  Reports reports(JdbiTransactions transactions) {
    return new JdbiReports(transactions);
  }
}
