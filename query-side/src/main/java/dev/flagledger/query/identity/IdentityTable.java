package dev.flagledger.query.identity;

import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.platform.identity.Identities;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the identities of the environments that there are. */
@Component
final class IdentityTable {

    private final JdbcClient jdbc;

    IdentityTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(int environmentId, int projectId) {
        jdbc.sql("insert into identity_environment (environment_id, project_id) values (:environment, :project)")
                .param("environment", environmentId)
                .param("project", projectId)
                .update();
    }

    /** Passed by if the environment is gone: it may have been deleted while the identity was made. */
    void add(IdentityCreated event, long position) {
        jdbc.sql("""
                        insert into identity (id, environment_id, position, identifier, folded, version)
                        select :id, identity_environment.environment_id, :position, :identifier, :folded, 0
                        from identity_environment where identity_environment.environment_id = :environment
                        """)
                .param("id", event.identityId())
                .param("environment", event.environmentId())
                .param("position", position)
                .param("identifier", event.identifier())
                .param("folded", Identities.folded(event.identifier()))
                .update();
    }

    /** Notes that the register shows the event with this number in the identity's stream, and all before it. */
    void reached(IdentityEvent event, long version) {
        jdbc.sql("update identity set version = :version where identity.id = :id")
                .param("version", version)
                .param("id", event.identityId())
                .update();
    }

    void rename(IdentityRenamed event) {
        jdbc.sql("update identity set identifier = :identifier, folded = :folded where identity.id = :id")
                .param("id", event.identityId())
                .param("identifier", event.identifier())
                .param("folded", Identities.folded(event.identifier()))
                .update();
    }

    void remove(IdentityDeleted event) {
        jdbc.sql("delete from identity where identity.id = :id")
                .param("id", event.identityId())
                .update();
    }

    void closeEnvironment(int environmentId) {
        jdbc.sql("delete from identity where identity.environment_id = :environment")
                .param("environment", environmentId)
                .update();
        jdbc.sql("delete from identity_environment where identity_environment.environment_id = :environment")
                .param("environment", environmentId)
                .update();
    }

    void closeProject(int projectId) {
        jdbc.sql("""
                        delete from identity using identity_environment
                        where identity_environment.project_id = :project
                            and identity.environment_id = identity_environment.environment_id
                        """).param("project", projectId).update();
        jdbc.sql("delete from identity_environment where identity_environment.project_id = :project")
                .param("project", projectId)
                .update();
    }

    void clear() {
        jdbc.sql("truncate identity, identity_environment").update();
    }
}
