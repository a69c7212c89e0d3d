/** The sentences in which rejections and forms state the same rule. */
@NullMarked
package dev.flagledger.contract.error.text;

import org.jspecify.annotations.NullMarked;
