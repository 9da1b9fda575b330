package ecpay.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import ecpay.app.settings.Settings;
import ecpay.app.web.Routes;
import ecpay.app.web.api.reconciliation.DifferenceRoutes;
import ecpay.app.web.api.reconciliation.ReconciliationRoutes;
import ecpay.app.web.api.reconciliation.StatementUpload;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.identity.Identities;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.reconciliation.StatementSource;
import ecpay.domain.reconciliation.usecase.ApplyDifference;
import ecpay.domain.reconciliation.usecase.CompareStatement;
import ecpay.domain.reconciliation.usecase.ReadStatement;
import ecpay.domain.reconciliation.usecase.ReconcileDay;
import ecpay.domain.reconciliation.usecase.RequestReport;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;

/** Our books beside ECPay's statement files: the use cases and their routes. */
final class ReconciliationModule extends AbstractModule {
  @Provides
  @Singleton
  static RequestReport request(
      Transactions transactions,
      Reports reports,
      FollowUps followUps,
      Identities identities,
      Clock clock) {
    return new RequestReport(transactions, reports, followUps, identities, clock);
  }

  @Provides
  @Singleton
  static CompareStatement compare(
      Transactions transactions,
      Reports reports,
      StatementBooks books,
      EventLog events,
      Identities identities,
      Clock clock) {
    return new CompareStatement(transactions, reports, books, events, identities, clock);
  }

  @Provides
  @Singleton
  static ReadStatement read(
      Transactions transactions,
      Merchants merchants,
      StatementSource source,
      CompareStatement compare,
      Reports reports,
      EventLog events,
      Clock clock) {
    return new ReadStatement(transactions, merchants, source, compare, reports, events, clock);
  }

  @Provides
  @Singleton
  static ReconcileDay day(RequestReport request, Reports reports, Settings settings, Clock clock) {
    return new ReconcileDay(request, reports, settings.reconciliation(), clock);
  }

  @Provides
  @Singleton
  static ApplyDifference apply(
      Transactions transactions,
      Reports reports,
      StatementBooks books,
      EventLog events,
      FollowUps followUps,
      Clock clock) {
    return new ApplyDifference(transactions, reports, books, events, followUps, clock);
  }

  @ProvidesIntoSet
  static Routes reports(RequestReport request, Reports reports, StatementBooks books) {
    return new ReconciliationRoutes(request, reports, books);
  }

  @ProvidesIntoSet
  static Routes uploads(
      RequestReport request, CompareStatement compare, StatementSource source, Reports reports) {
    return new StatementUpload(request, compare, source, reports);
  }

  @ProvidesIntoSet
  static Routes differences(ApplyDifference apply) {
    return new DifferenceRoutes(apply);
  }
}
