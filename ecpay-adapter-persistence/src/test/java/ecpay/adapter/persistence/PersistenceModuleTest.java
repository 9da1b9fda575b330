package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.inject.Guice;
import ecpay.domain.order.Orders;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PersistenceModuleTest {
  @Test
  void theBooksAreReachableWhileTheDatabaseAnswers() {
    assertThat(PostgresBooks.opened().isReachable()).isTrue();
  }

  @Test
  void aDatabaseThatIsNotThereIsToldAndNotThrown() {
    PersistenceModule.Database nowhere =
        new PersistenceModule.Database("jdbc:postgresql://127.0.0.1:1/none", "nobody", "", 1);
    try (PersistenceModule.Books books =
        Guice.createInjector(new PersistenceModule(nowhere))
            .getInstance(PersistenceModule.Books.class)) {
      assertThat(books.isReachable()).isFalse();
    }
  }

  @Test
  void aStartWithoutADatabaseSaysWhatToLookAtAndNoSecret() {
    PersistenceModule.Database nowhere =
        new PersistenceModule.Database(
            "jdbc:postgresql://127.0.0.1:1/none", "nobody", "secret-word", 1);
    try (PersistenceModule.Books books =
        Guice.createInjector(new PersistenceModule(nowhere))
            .getInstance(PersistenceModule.Books.class)) {
      assertThatIllegalStateException()
          .isThrownBy(books::migrate)
          .withMessageContaining("database.url, database.user, database.password")
          .withMessageContaining("127.0.0.1:1 refused")
          .satisfies(
              told -> assertThat(told.getMessage()).doesNotContain("secret-word", "SQL State"));
    }
  }

  @Test
  void onePortIsOneObject() {
    var injector = Guice.createInjector(new PersistenceModule(PostgresBooks.settings()));
    try (PersistenceModule.Books books = injector.getInstance(PersistenceModule.Books.class)) {
      assertThat(injector.getInstance(Orders.class)).isSameAs(injector.getInstance(Orders.class));
      assertThat(books).isSameAs(injector.getInstance(PersistenceModule.Books.class));
    }
  }

  @Test
  void noConnectionWaitsWithoutEnd() throws SQLException {
    try (Connection connection = PostgresBooks.empty().jobs().getConnection()) {
      assertThat(setting(connection, "lock_timeout")).isEqualTo("10s");
      assertThat(setting(connection, "statement_timeout")).isEqualTo("30s");
      assertThat(setting(connection, "idle_in_transaction_session_timeout")).isEqualTo("1min");
      assertThat(setting(connection, "transaction_isolation")).isEqualTo("read committed");
    }
  }

  @Test
  void settingsPrintWithoutTheirPassword() {
    PersistenceModule.Database database =
        new PersistenceModule.Database(
            "jdbc:postgresql://db/books?password=in-the-url", "me", "secret-word", 4);

    assertThat(database.toString())
        .doesNotContain("secret-word", "in-the-url")
        .contains("db/books");
  }

  @Test
  void aPoolHasAtLeastOneConnection() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PersistenceModule.Database("jdbc:postgresql://db/books", "me", "", 0));
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SHOW " + name)) {
      assertThat(answer.next()).isTrue();
      return answer.getString(1);
    }
  }
}
