package ecpay.adapter.persistence.journal;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.name.Named;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.event.EventLog;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.Silences;

/** Binds the journals. The event log is named {@value #KEPT}. */
public final class JournalModule extends AbstractModule {
  /** Name of the event log as it is kept, so that {@link EventLog} itself may do more with it. */
  public static final String KEPT = "kept";

  @Provides
  @Singleton
  @Named(KEPT)
  EventLog eventLog(JdbiTransactions transactions) {
    return new JdbiEventLog(transactions);
  }

  @Provides
  @Singleton
  Inbox inbox(JdbiTransactions transactions) {
    return new JdbiInbox(transactions, JdbiInbox.MOST_REFUSED);
  }

  @Provides
  @Singleton
  CallJournal callJournal(JdbiTransactions transactions) {
    return new JdbiCallJournal(transactions);
  }

  @Provides
  @Singleton
  Silences silences(JdbiTransactions transactions) {
    return new JdbiSilences(transactions);
  }
}
