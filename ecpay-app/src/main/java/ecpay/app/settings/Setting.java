package ecpay.app.settings;

import java.util.Locale;

/**
 * Every setting there is, with its name in the file. In the environment the same setting is called
 * {@code ECPAY_} and its name in upper case, dots and hyphens as {@code _}: {@code http.port} is
 * {@code ECPAY_HTTP_PORT}.
 */
enum Setting {
  HTTP_BIND("http.bind", "127.0.0.1"),
  HTTP_PORT("http.port", "8080"),
  /** What ECPay calls: scheme and host only (R-ORD-13). */
  PUBLIC_URL("public-url", ""),
  /** What buyers' browsers open; the public URL unless given. */
  CHECKOUT_URL("checkout-url", ""),
  DATABASE_URL("database.url", ""),
  DATABASE_USER("database.user", ""),
  DATABASE_PASSWORD("database.password", "", true),
  DATABASE_FOLDER("database.folder", ""),
  DATABASE_CONNECTIONS("database.connections", "16"),
  ENVIRONMENT("environment", ""),
  /** Where the sandbox runs; stands for all hosts. */
  SANDBOX_URL("sandbox-url", ""),
  HOST_ECPG("host.ecpg", ""),
  HOST_ECPAYMENT("host.ecpayment", ""),
  HOST_PAYMENT("host.payment", ""),
  HOST_VENDOR("host.vendor", ""),
  HOST_EINVOICE("host.einvoice", ""),
  OUTGOING_PROXY("outgoing.proxy", ""),
  OUTGOING_TRUST("outgoing.trust", ""),
  OUTGOING_CONNECT_TIMEOUT("outgoing.connect-timeout", "10s"),
  OUTGOING_READ_TIMEOUT("outgoing.read-timeout", "35s"),
  PATIENCE("patience", "90s"),
  MERCHANT_ID("merchant.id", "shop"),
  MERCHANT_NAME("merchant.name", ""),
  MERCHANT_DASHBOARD_NOTIFIES("merchant.dashboard-notifies", "false"),
  PAYMENT_MERCHANT_ID("payment.merchant-id", ""),
  PAYMENT_HASH_KEY("payment.hash-key", "", true),
  PAYMENT_HASH_IV("payment.hash-iv", "", true),
  /** What CardInfo.Redeem says when bonus points may be used (D-28). */
  PAYMENT_REDEEM("payment.redeem", "1"),
  /** Whether the period fields of GetTokenbyTrade stand in OrderInfo, not CardInfo (U-04). */
  PAYMENT_PERIOD_IN_ORDER_INFO("payment.period-in-order-info", "false"),
  INVOICE_MERCHANT_ID("invoice.merchant-id", ""),
  INVOICE_HASH_KEY("invoice.hash-key", "", true),
  INVOICE_HASH_IV("invoice.hash-iv", "", true),
  /** RqHeader.Revision of the e-invoice; {@code none} leaves it out (D-05). */
  INVOICE_REVISION("invoice.revision", "3.0.0"),
  /** Digests that a consent callback may use (D-06). */
  INVOICE_ALLOWANCE_DIGESTS("invoice.allowance-digests", "sha256,md5"),
  /** What ECPay calls these operations and this field where its own pages disagree. */
  INVOICE_COMPANY_LOOKUP("invoice.company-lookup", "GetCompanyNameByTaxID"),
  INVOICE_ADD_TRACK("invoice.add-track", "AddInvoiceWordSetting"),
  INVOICE_SWITCH_TRACK("invoice.switch-track", "UpdateInvoiceWordStatus"),
  INVOICE_BARCODE_FIELD("invoice.barcode-field", "BarCode"),
  /** On the stage every buyer's email address is replaced by this one (R-INV-36). */
  INVOICE_STAGE_MAIL("invoice.stage-mail", "stage@example.com"),
  /** Whether buyers may keep invoices on physical cards (D-21). */
  INVOICE_CARD_CARRIERS("invoice.card-carriers", "false"),
  /** {@code issue} or {@code wait} while the tax authority cannot be asked about a buyer. */
  INVOICE_WHEN_UNCHECKABLE("invoice.when-uncheckable", "issue"),
  /** Whether an allowance on a mixed invoice must be mixed itself (D-46). */
  ALLOWANCE_STRICT_MIXED("allowance.strict-mixed", "false"),
  /** Whether allotted numbers are added and enabled by the platform (R-INV-28). */
  TRACKS_FETCH_AHEAD("tracks.fetch-ahead", "true"),
  TRACKS_DAYS_AHEAD("tracks.days-ahead", "10"),
  TRACKS_ALARM_BELOW("tracks.alarm-below", "500"),
  /** Scripts of ECPay's payment form, separated by commas. */
  CHECKOUT_SCRIPTS("checkout.scripts", ""),
  JOBS_WORKERS("jobs.workers", "16"),
  JOBS_POLLING("jobs.polling", "500ms"),
  /** {@code text} or {@code json}; text on a terminal unless given. */
  LOG_FORMAT("log-format", ""),
  /** Where the API key is written when it is created. */
  API_KEY_FILE("api-key-file", "");

  private final String key;
  private final String fallback;
  private final boolean secret;

  Setting(String key, String fallback) {
    this(key, fallback, false);
  }

  Setting(String key, String fallback, boolean secret) {
    this.key = key;
    this.fallback = fallback;
    this.secret = secret;
  }

  String key() {
    return key;
  }

  String fallback() {
    return fallback;
  }

  boolean isSecret() {
    return secret;
  }

  String variable() {
    return "ECPAY_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
