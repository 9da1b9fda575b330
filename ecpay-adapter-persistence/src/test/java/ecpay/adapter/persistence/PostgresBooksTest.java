package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Books;
import ecpay.domain.allowance.AllowancesContract;
import ecpay.domain.boundcard.BoundCardsContract;
import ecpay.domain.check.ChecksContract;
import ecpay.domain.contract.ContractsContract;
import ecpay.domain.event.EventLogContract;
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

/** The books in the database keep the contracts of their ports. */
class PostgresBooksTest {
  @Nested
  class Transactions extends TransactionsContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class Orders extends OrdersContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class Payments extends PaymentsContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class Contracts extends ContractsContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class DemandedSilences extends SilencesContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class Turns extends TurnContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }

    @Override
    protected void pass(Duration time) {
      PostgresBooks.jdbi()
          .useHandle(handle ->
              handle.execute(
                  "UPDATE statement_turn SET taken_at = taken_at - make_interval(secs => ?)",
                  time.toSeconds()));
    }
  }

  @Nested
  class Statements extends StatementsContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class Reports extends ReportsContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class TakenOverLines extends TakenOverLinesContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class WayBack extends WayBackContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class BoundCards extends BoundCardsContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }

    @Test
    void anIdIsNeverKeptInPlainText() {
      emptyBooks()
          .transactions()
          .run(() -> books.boundCards().add(BoundCardsContract.bound("CARD1")));
      String kept =
          PostgresBooks.jdbi()
              .withHandle(handle ->
                  handle
                      .createQuery("SELECT encode(bind_card_id, 'escape') FROM bound_card")
                      .mapTo(String.class)
                      .one());
      assertThat(kept).isNotEmpty().doesNotContain("SECRET");
    }
  }

  @Nested
  class Invoices extends InvoicesContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class InvoiceLists extends InvoiceListsContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class Allowances extends AllowancesContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class Refunds extends RefundsContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class Notifications extends NotificationsContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class EventLog extends EventLogContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class Inbox extends InboxContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class CallJournal extends CallJournalContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class ApiKeys extends ApiKeysContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }
  }

  @Nested
  class Tracks extends TracksContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }

    @Override
    protected ecpay.domain.track.Tracks tracksOf(Books books) {
      return ((PostgresBooks) books).tracks();
    }
  }

  @Nested
  class Checks extends ChecksContract {
    @Override
    protected Books emptyBooks() {
      return PostgresBooks.empty();
    }

    @Override
    protected ecpay.domain.check.Checks checksOf(Books books) {
      return ((PostgresBooks) books).checks();
    }
  }
}
