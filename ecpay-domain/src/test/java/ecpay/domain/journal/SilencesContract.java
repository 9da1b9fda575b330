package ecpay.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.rule.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@Rule("R-TRN-05")
public abstract class SilencesContract extends BooksContract {
  private static final String LANE = "PAYMENT 2000132";
  private static final Instant END = Samples.NOW.plusSeconds(1800);

  @Test
  void aSilenceIsKeptForItsLaneAlone() {
    books.silences().keep(LANE, END);
    assertThat(books.silences().until(LANE)).contains(END);
    assertThat(books.silences().until("INVOICE 2000132")).isEmpty();
  }

  @Test
  void theSilenceThatWasKeptLastCountsAlsoAfterTheClockWasPutBack() {
    books.silences().keep(LANE, END.plusSeconds(86_400));
    books.silences().keep(LANE, END);
    assertThat(books.silences().until(LANE)).contains(END);
  }
}
