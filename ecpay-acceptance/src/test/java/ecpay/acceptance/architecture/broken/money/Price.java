package ecpay.acceptance.architecture.broken.money;

/** Breaks "no floating point". */
public record Price(double amount) {}
