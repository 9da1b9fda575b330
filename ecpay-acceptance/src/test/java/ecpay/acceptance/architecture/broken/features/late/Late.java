package ecpay.acceptance.architecture.broken.features.late;

/** The later feature. */
public record Late() {}
