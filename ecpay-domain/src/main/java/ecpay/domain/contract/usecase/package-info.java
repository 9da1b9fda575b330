/** What can be done with contracts: record a charge, watch, cancel, have a charge tried again. */
@NullMarked
package ecpay.domain.contract.usecase;

import org.jspecify.annotations.NullMarked;
