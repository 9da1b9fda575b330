/** Periodic contracts: how they stand, stop one, have a refused charge tried again. */
@NullMarked
package ecpay.app.web.api.contract;

import org.jspecify.annotations.NullMarked;
