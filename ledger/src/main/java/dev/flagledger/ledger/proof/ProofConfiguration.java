package dev.flagledger.ledger.proof;

import dev.flagledger.ledger.proof.note.NoteSigner;
import dev.flagledger.ledger.secret.InstallationKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Configures the tree over the log. Every node may write it. */
@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    NoteSigner logSigner(
            JdbcClient jdbc, InstallationKey installation, @Value("${flagledger.log.origin:}") String origin) {
        return SigningKey.load(jdbc, installation, origin.strip());
    }

    @Bean
    TreeTable treeTable(JdbcClient jdbc) {
        return new TreeTable(jdbc);
    }

    @Bean
    LogTree logTree(TreeTable table, NoteSigner signer) {
        return new LogTree(table, signer.verifier());
    }

    @Bean
    TreeWriter treeWriter(
            TreeTable table,
            NoteSigner signer,
            TransactionOperations transaction,
            @Value("${flagledger.log.tree:true}") boolean enabled) {
        return new TreeWriter(table, signer, transaction, enabled);
    }
}
