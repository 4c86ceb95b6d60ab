package br.gov.sp.prefeitura.redeinfo.shared.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a node leaves.
 *
 * @param pause how long a node that is asked to end still takes requests while its readiness says
 *     no, so that the proxy in front of it sends them elsewhere
 */
@ConfigurationProperties("rede-info.shutdown")
record ShutdownProperties(@DefaultValue("0s") Duration pause) {}
