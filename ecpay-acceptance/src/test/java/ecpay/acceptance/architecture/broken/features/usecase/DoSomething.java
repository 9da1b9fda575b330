package ecpay.acceptance.architecture.broken.features.usecase;

/** What can be done with a feature. */
public record DoSomething() {}
