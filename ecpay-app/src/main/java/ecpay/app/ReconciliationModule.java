package ecpay.app;

import com.google.inject.Provides;
import com.google.inject.multibindings.ProvidesIntoSet;
import ecpay.app.access.ApiKeyGate;
import ecpay.app.reading.OrderBooks;
import ecpay.app.settings.Settings;
import ecpay.app.web.Routes;
import ecpay.app.web.api.reconciliation.DifferenceRoutes;
import ecpay.app.web.api.reconciliation.ReconciliationRoutes;
import ecpay.app.web.api.reconciliation.StatementUpload;
import ecpay.app.web.console.PersonLog;
import ecpay.app.web.console.reconciliation.StatementRoutes;
import ecpay.app.web.page.Pages;
import ecpay.domain.reconciliation.ReconciliationPolicy;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.reconciliation.StatementSource;
import ecpay.domain.reconciliation.usecase.ApplyDifference;
import ecpay.domain.reconciliation.usecase.CompareStatement;
import ecpay.domain.reconciliation.usecase.ReadStatement;
import ecpay.domain.reconciliation.usecase.ReconcileDay;
import ecpay.domain.reconciliation.usecase.RequestReport;

/** Our books beside ECPay's statement files: the use cases and their routes. */
final class ReconciliationModule extends UseCases {
  @Override
  protected void configure() {
    useCase(RequestReport.class);
    useCase(CompareStatement.class);
    useCase(ReadStatement.class);
    useCase(ReconcileDay.class);
    useCase(ApplyDifference.class);
  }

  @Provides
  static ReconciliationPolicy policy(Settings settings) {
    return settings.reconciliation();
  }

  @ProvidesIntoSet
  static Routes reports(
      RequestReport request, Reports reports, StatementBooks books, OrderBooks orders) {
    return new ReconciliationRoutes(request, reports, books, orders);
  }

  @ProvidesIntoSet
  static Routes uploads(
      RequestReport request,
      CompareStatement compare,
      StatementSource source,
      Reports reports,
      StatementUpload.Limit limit) {
    return new StatementUpload(request, compare, source, reports, limit);
  }

  @Provides
  static StatementUpload.Limit uploadLimit() {
    return StatementUpload.Limit.USUAL;
  }

  @ProvidesIntoSet
  static Routes console(
      ApiKeyGate gate, PersonLog log, Reports reports, ApplyDifference apply, Pages pages) {
    return new StatementRoutes(gate, log, reports, apply, pages);
  }

  @ProvidesIntoSet
  static Routes differences(ApplyDifference apply) {
    return new DifferenceRoutes(apply);
  }
}
