package ecpay.acceptance.architecture.broken.features.early;

import ecpay.acceptance.architecture.broken.features.late.Late;

/** Breaks the order of features. */
public record Early(Late later) {}
