/** The wire of the hosted checkout: forms signed with CheckMacValue, verified and written. */
@NullMarked
package ecpay.sandbox.aio.form;

import org.jspecify.annotations.NullMarked;
