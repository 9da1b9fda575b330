package ecpay.app;

import com.google.inject.AbstractModule;
import ecpay.adapter.http.HttpModule;
import ecpay.adapter.persistence.PersistenceModule;
import ecpay.app.settings.Settings;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;

/** The adapters, with the settings in their own words. */
final class AdaptersModule extends AbstractModule {
  private static final int CALLS_AT_ONCE = 8;
  private static final Duration SPACING = Duration.ofMillis(200);

  private final Settings settings;
  private final PersistenceModule.Database database;

  AdaptersModule(Settings settings, PersistenceModule.Database database) {
    this.settings = settings;
    this.database = database;
  }

  @Override
  protected void configure() {
    install(new PersistenceModule(database));
    install(new HttpModule(http(settings.ecpay())));
  }

  private static HttpModule.Settings http(Settings.Ecpay ecpay) {
    Settings.Hosts hosts = ecpay.hosts();
    return new HttpModule.Settings(
        new HttpModule.Hosts(hosts.ecpg(), hosts.ecpayment(), hosts.einvoice()),
        ecpay.connectTimeout(),
        ecpay.readTimeout(),
        ecpay.proxy().map(ProxySelector::of),
        ecpay.trust().map(TrustFile::context),
        ecpay.invoiceRevision(),
        ecpay.allowanceDigests(),
        CALLS_AT_ONCE,
        isEcpays(hosts.ecpg()) ? SPACING : Duration.ZERO);
  }

  /** Only the real ECPay needs sparing. */
  private static boolean isEcpays(URI host) {
    return host.getHost().endsWith(".ecpay.com.tw");
  }
}
