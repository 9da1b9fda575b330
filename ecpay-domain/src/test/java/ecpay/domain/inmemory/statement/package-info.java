/** In memory: reports on ECPay's statement files, and the lines that those files told. */
@NullMarked
package ecpay.domain.inmemory.statement;

import org.jspecify.annotations.NullMarked;
