package br.gov.sp.prefeitura.redeinfo.shared.database;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded PostgreSQL keeps its data and how it listens.
 *
 * @param directory folder that survives restarts; holds the cluster, the unpacked binaries, the
 *     password and the server's log
 * @param port port on the loopback interface; 0 takes a free one
 * @param settings further settings of the server, by their names in {@code postgresql.conf}
 */
@ConfigurationProperties("rede-info.embedded-database")
record EmbeddedDatabaseProperties(
    @DefaultValue("data") Path directory,
    @DefaultValue("0") int port,
    @DefaultValue Map<String, String> settings) {}
