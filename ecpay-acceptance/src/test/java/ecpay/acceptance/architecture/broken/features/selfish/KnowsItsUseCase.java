package ecpay.acceptance.architecture.broken.features.selfish;

import ecpay.acceptance.architecture.broken.features.usecase.DoSomething;

/** Breaks "not on its use cases". */
public record KnowsItsUseCase(DoSomething useCase) {}
