package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much evidence is taken, and how its links are looked after.
 *
 * @param maxFile the largest file; {@code spring.servlet.multipart.max-file-size} must not be less
 * @param maxFiles of one report, of the proposal, of the presentation and of the completion each
 * @param maxLinks likewise
 * @param maxTotal of all files of one pilot
 * @param checkLinks whether this node looks after links; it then connects to their servers
 * @param checkLinksEvery how often each link is looked after
 */
@ConfigurationProperties("rede-info.pilot.evidence")
public record EvidenceProperties(
    @DefaultValue("10MB") DataSize maxFile,
    @DefaultValue("3") int maxFiles,
    @DefaultValue("10") int maxLinks,
    @DefaultValue("200MB") DataSize maxTotal,
    @DefaultValue("true") boolean checkLinks,
    @DefaultValue("7d") Duration checkLinksEvery) {}
