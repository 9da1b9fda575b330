/** Periodic contracts for a person: how they stand, and stopping them after a second look. */
@NullMarked
package ecpay.app.web.console.contract;

import org.jspecify.annotations.NullMarked;
