/** States of features in environments, as the SDKs and as the admin API show them. */
@NullMarked
package dev.flagledger.contract.view.flag;

import org.jspecify.annotations.NullMarked;
