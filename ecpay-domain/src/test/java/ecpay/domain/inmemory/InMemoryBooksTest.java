package ecpay.domain.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Books;
import ecpay.domain.Samples;
import ecpay.domain.allowance.AllowancesContract;
import ecpay.domain.boundcard.BoundCardsContract;
import ecpay.domain.check.ChecksContract;
import ecpay.domain.contract.ContractsContract;
import ecpay.domain.event.EventLogContract;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.inbox.InboxContract;
import ecpay.domain.invoice.InvoiceListsContract;
import ecpay.domain.invoice.InvoicesContract;
import ecpay.domain.journal.CallJournalContract;
import ecpay.domain.journal.SilencesContract;
import ecpay.domain.merchant.ApiKeysContract;
import ecpay.domain.notification.NotificationsContract;
import ecpay.domain.order.OrdersContract;
import ecpay.domain.payment.PaymentsContract;
import ecpay.domain.reconciliation.ReportsContract;
import ecpay.domain.reconciliation.StatementsContract;
import ecpay.domain.reconciliation.TakenOverLinesContract;
import ecpay.domain.reconciliation.TurnContract;
import ecpay.domain.reconciliation.WayBackContract;
import ecpay.domain.refund.RefundsContract;
import ecpay.domain.track.TracksContract;
import ecpay.domain.transaction.TransactionsContract;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The books in memory keep the same contracts as those in the database. */
class InMemoryBooksTest {
  @Nested
  class Transactions extends TransactionsContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class Orders extends OrdersContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class Payments extends PaymentsContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class Contracts extends ContractsContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class BoundCards extends BoundCardsContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class Turns extends TurnContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }

    @Override
    protected void pass(Duration time) {
      ((InMemoryBooks) books).statementTurn().pass(time);
    }
  }

  @Nested
  class DemandedSilences extends SilencesContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class Statements extends StatementsContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class Reports extends ReportsContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class TakenOverLines extends TakenOverLinesContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class WayBack extends WayBackContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class Invoices extends InvoicesContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class InvoiceLists extends InvoiceListsContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class Allowances extends AllowancesContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class Refunds extends RefundsContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class Notifications extends NotificationsContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class EventLog extends EventLogContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class Inbox extends InboxContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class CallJournal extends CallJournalContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class ApiKeys extends ApiKeysContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }
  }

  @Nested
  class Tracks extends TracksContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }

    @Override
    protected ecpay.domain.track.Tracks tracksOf(Books books) {
      return ((InMemoryBooks) books).tracks();
    }
  }

  @Nested
  class Checks extends ChecksContract {
    @Override
    protected Books emptyBooks() {
      return new InMemoryBooks();
    }

    @Override
    protected ecpay.domain.check.Checks checksOf(Books books) {
      return ((InMemoryBooks) books).checks();
    }
  }

  @Nested
  class FollowUps {
    private final InMemoryBooks books = new InMemoryBooks();
    private final FollowUp issue = new FollowUp.IssueInvoice(Samples.SHOP, Samples.ORDER);

    @Test
    void aFollowUpIsThereOnceAndAtTheEarlierOfTwoTimes() {
      books
          .transactions()
          .run(() -> {
            books.followUps().schedule(issue, Samples.NOW.plusSeconds(2));
            books.followUps().schedule(issue, Samples.NOW.plusSeconds(1));
            books.followUps().schedule(issue, Samples.NOW.plusSeconds(3));
          });

      assertThat(books.scheduled()).containsOnlyKeys(issue);
      assertThat(books.scheduled()).containsEntry(issue, Samples.NOW.plusSeconds(1));
    }

    @Test
    void aFollowUpThatWasTakenIsNoLongerThere() {
      books.transactions().run(() -> books.followUps().schedule(issue, Samples.NOW));

      books.take(issue);

      assertThat(books.scheduled()).isEmpty();
    }
  }
}
