package br.gov.sp.prefeitura.redeinfo.outreach.process;

import static br.gov.sp.prefeitura.redeinfo.outreach.process.OutreachCampaignProcess.campaignId;

import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignDesk;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.CampaignQueries;
import br.gov.sp.prefeitura.redeinfo.outreach.domain.WaveService;
import br.gov.sp.prefeitura.redeinfo.outreach.process.OutreachCampaignProcess.Variables;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps that {@code outreach-campaign} takes by itself; each is safe to repeat. */
@Configuration(proxyBeanMethods = false)
class CampaignDelegates {

  @Bean
  JavaDelegate chooseWaveRecipientsDelegate(WaveService waves) {
    return execution -> waves.choose(campaignId(execution));
  }

  /** One chunk of the wave's letters; the model comes back until all are written. */
  @Bean
  JavaDelegate sendWaveChunkDelegate(WaveService waves, CampaignQueries campaigns) {
    return execution -> {
      boolean finished = waves.sendChunk(campaignId(execution));
      execution.setVariable(Variables.WAVE_FINISHED, finished);
      if (finished) {
        execution.setVariable(
            Variables.MORE_WAVES, campaigns.get(campaignId(execution)).nextWave().isPresent());
      }
    };
  }

  @Bean
  JavaDelegate closeCampaignDelegate(WaveService waves) {
    return execution -> waves.close(campaignId(execution));
  }

  @Bean
  JavaDelegate reportCampaignDelegate(WaveService waves) {
    return execution -> waves.report(campaignId(execution));
  }

  @Bean
  JavaDelegate announceCampaignStopDelegate(CampaignDesk desk) {
    return execution -> desk.announceStop(campaignId(execution));
  }
}
