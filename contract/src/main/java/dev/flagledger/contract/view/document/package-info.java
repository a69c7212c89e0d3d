/** The environment document, by which SDKs evaluate flags themselves. */
@NullMarked
package dev.flagledger.contract.view.document;

import org.jspecify.annotations.NullMarked;
