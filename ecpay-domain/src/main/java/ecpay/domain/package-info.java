/** Orders, payments, invoices and allowances with their rules, and the ports; on the JDK alone. */
@NullMarked
package ecpay.domain;

import org.jspecify.annotations.NullMarked;
