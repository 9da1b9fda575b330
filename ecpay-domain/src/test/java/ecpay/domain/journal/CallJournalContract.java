package ecpay.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.journal.CallJournal.Call;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public abstract class CallJournalContract extends BooksContract {
  private static final Instant LATER = Samples.NOW.plusSeconds(2);

  @Test
  void anOpenCallTellsWhatIsUnderWay() {
    long call = open(Operation.Issue);

    assertThat(calls())
        .containsExactly(new Call(call, Operation.Issue, Samples.NOW, Optional.empty(), "", ""));
  }

  @Test
  void aClosedCallTellsWhatCameOfIt() {
    close(open(Operation.GetTokenbyTrade), new Answer.Accepted<>("token"));
    close(open(Operation.CreatePayment), new Answer.Refused<>("10200058", "card refused"));
    close(open(Operation.Issue), new Answer.NotSent<>("connection refused"));
    close(open(Operation.Allowance), new Answer.Unknown<>("timed out", true));

    assertThat(calls())
        .extracting(Call::outcome, Call::detail)
        .containsExactly(
            tuple("Accepted", ""),
            tuple("Refused", "10200058 card refused"),
            tuple("NotSent", "connection refused"),
            tuple("Unknown", "timed out"));
    assertThat(calls()).extracting(Call::closedAt).containsOnly(Optional.of(LATER));
  }

  @Test
  void aCallAboutNumberTracksBelongsToNoOrder() {
    long call =
        inTransaction(() ->
            books
                .callJournal()
                .open(
                    Samples.SHOP, Optional.empty(), Operation.AddInvoiceWordSetting, Samples.NOW));

    close(call, new Answer.Accepted<>("track"));

    assertThat(calls()).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> close(call, new Answer.Accepted<>("track")));
  }

  @Test
  void aCallIsClosedOnce() {
    long call = open(Operation.Issue);
    close(call, new Answer.NotSent<>("connection refused"));

    assertThatIllegalStateException()
        .isThrownBy(() -> close(call, new Answer.Accepted<>("invoice")));
    assertThat(calls()).extracting(Call::outcome).containsExactly("NotSent");
  }

  @Test
  void aCallThatWasNeverOpenedCannotBeClosed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> close(4711, new Answer.Accepted<>("invoice")));
  }

  @Test
  void theCallsOfAnotherOrderOrMerchantAreNotListed() {
    open(Operation.Issue);

    assertThat(books.callJournal().ofOrder(Samples.SHOP, new OrderId("OTHER"))).isEmpty();
    assertThat(books.callJournal().ofOrder(new MerchantId("stranger"), Samples.ORDER)).isEmpty();
  }

  @Test
  void aCallIsWrittenInsideATransactionOnly() {
    long call = open(Operation.Issue);

    assertThatIllegalStateException()
        .isThrownBy(() ->
            books.callJournal().open(Samples.SHOP, Samples.ORDER, Operation.Issue, Samples.NOW));
    assertThatIllegalStateException()
        .isThrownBy(() -> books.callJournal().close(call, new Answer.Accepted<>("invoice"), LATER));
  }

  private long open(Operation operation) {
    return inTransaction(
        () -> books.callJournal().open(Samples.SHOP, Samples.ORDER, operation, Samples.NOW));
  }

  private void close(long call, Answer<?> answer) {
    books.transactions().run(() -> books.callJournal().close(call, answer, LATER));
  }

  private List<Call> calls() {
    return books.callJournal().ofOrder(Samples.SHOP, Samples.ORDER);
  }
}
