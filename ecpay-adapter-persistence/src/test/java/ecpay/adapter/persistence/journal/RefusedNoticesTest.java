package ecpay.adapter.persistence.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.persistence.PostgresBooks;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.Samples;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.rule.Rule;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anybody can send notices that are refused; the books stay small. */
class RefusedNoticesTest {
  private static final int MOST = 5;

  private final Jdbi jdbi = PostgresBooks.jdbi();
  private final JdbiTransactions transactions = new JdbiTransactions(jdbi);
  private final JdbiInbox inbox = new JdbiInbox(transactions, MOST);

  @BeforeEach
  void empty() {
    PostgresBooks.empty();
  }

  @Test
  void onlyTheNewestAreKept() {
    for (int i = 1; i <= 2 * MOST + 3; i++) {
      keep("body " + i);
    }

    assertThat(bodies())
        .containsExactlyInAnyOrder("body 9", "body 10", "body 11", "body 12", "body 13");
  }

  @Test
  void aLongBodyIsCutAt4096Bytes() {
    keep("x".repeat(5000));

    assertThat(bodies()).containsExactly("x".repeat(4096));
  }

  @Rule("R-CBK-05")
  @Test
  void aFloodForOneMerchantLeavesTheNoticesOfTheOthers() {
    keep(new MerchantId("other"), "CB-01", "signed with the old key");
    for (int i = 1; i <= 3 * MOST; i++) {
      keep("flood " + i);
    }

    assertThat(bodies()).hasSize(MOST + 1).contains("signed with the old key");
  }

  @Rule("R-CBK-05")
  @Test
  void equalNoticesAreKeptOnceAndCountAsNew() {
    keep("told first");
    keep("sent again and again");
    for (int i = 1; i <= 3 * MOST; i++) {
      keep("sent again and again");
    }
    keep(Samples.SHOP, "CB-03", "sent again and again");
    assertThat(bodies())
        .containsExactlyInAnyOrder("told first", "sent again and again", "sent again and again");

    keep("told first");
    for (int i = 1; i < MOST; i++) {
      keep("flood " + i);
    }
    assertThat(bodies()).hasSize(MOST).contains("told first");
  }

  @Test
  void longBodiesThatDifferBehindWhatIsKeptAreTwo() {
    keep("x".repeat(5000));
    keep("x".repeat(5001));

    assertThat(bodies()).hasSize(2);
  }

  private void keep(String body) {
    keep(Samples.SHOP, "CB-01", body);
  }

  private void keep(MerchantId merchant, String callback, String body) {
    transactions.run(() ->
        inbox.keepRefused(merchant, callback, "not authentic", body.getBytes(UTF_8), Samples.NOW));
  }

  private List<String> bodies() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT convert_from(body, 'UTF8') FROM refused_notice")
            .mapTo(String.class)
            .list());
  }
}
