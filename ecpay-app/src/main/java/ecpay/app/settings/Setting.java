package ecpay.app.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Every setting there is, with its name in the file. In the environment the same setting is called
 * {@code ECPAY_} and its name in upper case, dots and hyphens as {@code _}: {@code http.port} is
 * {@code ECPAY_HTTP_PORT}.
 *
 * <p>Where several merchants are listed, what belongs to each stands in a section of its own:
 * {@code merchant.name} becomes {@code merchants.tea.name}, {@code payment.merchant-id} becomes
 * {@code merchants.tea.payment.merchant-id}.
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
  DATABASE_PASSWORD("database.password", "", Trait.SECRET),
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
  /** Our names of several merchants, separated by commas; each has a section. */
  MERCHANTS("merchants", ""),
  MERCHANT_ID("merchant.id", "shop"),
  MERCHANT_NAME("merchant.name", "", Trait.OWN),
  MERCHANT_DASHBOARD_NOTIFIES("merchant.dashboard-notifies", "false", Trait.CHOICE),
  /** What the merchant does through the platform below: payment, invoice, or both (R-TRN-09). */
  MERCHANT_PLATFORM("merchant.platform", "none", Trait.CHOICE),
  PAYMENT_MERCHANT_ID("payment.merchant-id", "", Trait.OWN),
  PAYMENT_HASH_KEY("payment.hash-key", "", Trait.OWN, Trait.SECRET),
  PAYMENT_HASH_IV("payment.hash-iv", "", Trait.OWN, Trait.SECRET),
  /** What CardInfo.Redeem says when bonus points may be used (D-28). */
  PAYMENT_REDEEM("payment.redeem", "1"),
  /** Whether the period fields of GetTokenbyTrade stand in OrderInfo, not CardInfo (U-04). */
  PAYMENT_PERIOD_IN_ORDER_INFO("payment.period-in-order-info", "false"),
  /** Language of AIO's page: CHT, ENG, KOR, JPN or CHI; {@code auto} for ECPay's own choice. */
  PAYMENT_PAGE_LANGUAGE("payment.page-language", "auto"),
  /** Whether ECPay captures this merchant's cards daily by itself, at 20:15 (R-CAP-06). */
  CARD_AUTOMATIC_CAPTURE("payment.automatic-capture", "true", Trait.CHOICE),
  /** CreditCheckCode, to ask about cards that paid on ECPay's page. */
  CARD_CHECK_CODE("payment.card-check-code", "", Trait.OWN, Trait.SECRET),
  /** {@code money-after-consent} or {@code money-first} while a buyer has not consented. */
  REFUND_FIRST("refund.first", "money-after-consent", Trait.CHOICE),
  /** How buyers agree to allowances of refunds: {@code paper} or {@code online} (R-ALW-33). */
  REFUND_CONSENT("refund.consent", "paper", Trait.CHOICE),
  INVOICE_MERCHANT_ID("invoice.merchant-id", "", Trait.OWN),
  INVOICE_HASH_KEY("invoice.hash-key", "", Trait.OWN, Trait.SECRET),
  INVOICE_HASH_IV("invoice.hash-iv", "", Trait.OWN, Trait.SECRET),
  PLATFORM_PAYMENT_MERCHANT_ID("platform.payment.merchant-id", ""),
  PLATFORM_PAYMENT_HASH_KEY("platform.payment.hash-key", "", Trait.SECRET),
  PLATFORM_PAYMENT_HASH_IV("platform.payment.hash-iv", "", Trait.SECRET),
  PLATFORM_INVOICE_MERCHANT_ID("platform.invoice.merchant-id", ""),
  PLATFORM_INVOICE_HASH_KEY("platform.invoice.hash-key", "", Trait.SECRET),
  PLATFORM_INVOICE_HASH_IV("platform.invoice.hash-iv", "", Trait.SECRET),
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
  INVOICE_CARD_CARRIERS("invoice.card-carriers", "false", Trait.CHOICE),
  /** {@code issue} or {@code wait} while the tax authority cannot be asked about a buyer. */
  INVOICE_WHEN_UNCHECKABLE("invoice.when-uncheckable", "issue", Trait.CHOICE),
  /** Whether an allowance on a mixed invoice must be mixed itself (D-46). */
  ALLOWANCE_STRICT_MIXED("allowance.strict-mixed", "false", Trait.CHOICE),
  /** Whether allotted numbers are added and enabled by the platform (R-INV-28). */
  TRACKS_FETCH_AHEAD("tracks.fetch-ahead", "true", Trait.CHOICE),
  TRACKS_DAYS_AHEAD("tracks.days-ahead", "10", Trait.CHOICE),
  TRACKS_ALARM_BELOW("tracks.alarm-below", "500", Trait.CHOICE),
  /** Encrypts the ids of bound cards: 32 bytes in Base64; without it no card can be bound. */
  CARDS_KEY("cards.key", "", Trait.SECRET),
  /** Earlier ones, separated by commas, which open what they once encrypted. */
  CARDS_OLD_KEYS("cards.old-keys", "", Trait.SECRET),
  /** Statement files that are compared each morning; {@code none}, or their names. */
  RECONCILIATION_FILES("reconciliation.files", "none"),
  /** When yesterday's are asked for, Taipei. */
  RECONCILIATION_HOUR("reconciliation.hour", "10:00"),
  /** From one file to the next, for all merchants together; 65s towards ECPay unless given. */
  RECONCILIATION_SPACING("reconciliation.spacing", ""),
  /** Further headers, such as {@code order-number=A|B;fee=C} (U-03). */
  RECONCILIATION_COLUMNS("reconciliation.columns", ""),
  /** Which columns TradeNoAio is asked for (D-41). */
  RECONCILIATION_MEDIA_FORMAT("reconciliation.media-format", "2"),
  /** Scripts of ECPay's payment form, separated by commas. */
  CHECKOUT_SCRIPTS("checkout.scripts", ""),
  JOBS_WORKERS("jobs.workers", "16"),
  JOBS_POLLING("jobs.polling", "500ms"),
  /** {@code text} or {@code json}; text on a terminal unless given. */
  LOG_FORMAT("log-format", ""),
  /** Where the API key is written when it is created. */
  API_KEY_FILE("api-key-file", "", Trait.OWN);

  /** What sets some settings apart. */
  private enum Trait {
    /** Never shown. */
    SECRET,
    /** Each of several merchants has its own. */
    OWN,
    /** Each of several merchants may choose otherwise than the rest. */
    CHOICE
  }

  private static final String SECTIONS = "merchants.";

  private final String key;
  private final String fallback;
  private final boolean secret;
  private final boolean own;
  private final boolean choice;

  Setting(String key, String fallback, Trait... traits) {
    this.key = key;
    this.fallback = fallback;
    List<Trait> given = List.of(traits);
    this.secret = given.contains(Trait.SECRET);
    this.own = given.contains(Trait.OWN);
    this.choice = given.contains(Trait.CHOICE);
  }

  /** Those that may stand in the section of a merchant. */
  static List<Setting> ofMerchants() {
    return Arrays.stream(values()).filter(one -> one.isOwn() || one.isChoice()).toList();
  }

  String key() {
    return key;
  }

  /** Its name in the section of a merchant. */
  String keyOf(String merchant) {
    return SECTIONS
        + merchant
        + "."
        + (key.startsWith("merchant.") ? key.substring("merchant.".length()) : key);
  }

  String fallback() {
    return fallback;
  }

  boolean isSecret() {
    return secret;
  }

  boolean isOwn() {
    return own;
  }

  boolean isChoice() {
    return choice;
  }

  /** What a setting of that name is called in the environment. */
  static String variable(String key) {
    return "ECPAY_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
