package ecpay.adapter.persistence.transaction;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * Hands out the connection of the running transaction, so that what others write through it, such
 * as a scheduled job, commits or rolls back with the books; outside a transaction, a pooled one.
 */
final class TransactionalDataSource implements DataSource {
  private final DataSource pool;
  private final JdbiTransactions transactions;

  TransactionalDataSource(DataSource pool, JdbiTransactions transactions) {
    this.pool = pool;
    this.transactions = transactions;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Optional<Handle> running = transactions.handle();
    return running.isPresent() ? borrowed(running.get().getConnection()) : pool.getConnection();
  }

  /** The transaction's connection without the power to end it. */
  private static Connection borrowed(Connection owned) {
    return (Connection)
        Proxy.newProxyInstance(
            TransactionalDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "close" -> null;
                  case "commit", "rollback", "setAutoCommit", "abort" ->
                      throw new SQLException(
                          method.getName() + " belongs to whoever began the transaction");
                  default -> {
                    try {
                      yield method.invoke(owned, arguments);
                    } catch (InvocationTargetException failed) {
                      throw failed.getCause();
                    }
                  }
                });
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the pool knows its user");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return pool.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    pool.setLogWriter(out);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return pool.getLoginTimeout();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    pool.setLoginTimeout(seconds);
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return pool.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return pool.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return pool.isWrapperFor(type);
  }
}
