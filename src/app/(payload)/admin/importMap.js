import { StatusCell as StatusCell_f059236e80cb25265249a16c63870d10 } from '../../../admin/StatusCell'
import { WhenCell as WhenCell_a0b889d10218196bd660d4b0c178818d } from '../../../admin/WhenCell'
import { PromiseCell as PromiseCell_9655d4fe24ceead6ea219afc0c476fab } from '../../../admin/PromiseCell'
import { MomentCell as MomentCell_8261caf4c83208fc2d2d18214d1b9a7c } from '../../../admin/MomentCell'
import { ListTools as ListTools_14f40eff1d5fcd5417cbf1160c4bae84 } from '../../../admin/list/ListTools'
import { DocumentDates as DocumentDates_b4b478e8179e56a44d641d16cb656640 } from '../../../admin/DocumentDates.client'
import { ReservationScreen as ReservationScreen_ddcf977254c5ac29fe293b4ad8876d3f } from '../../../admin/reservation/ReservationScreen'
import { MessageLedger as MessageLedger_16758bfd2c78778278d17dea31343b84 } from '../../../admin/MessageLedger'
import { PlainCell as PlainCell_d4d3af890f679e783cff87e89d4dd4cb } from '../../../admin/PlainCell'
import { MessageStateCell as MessageStateCell_397d53e99badb0126259ff54cb073364 } from '../../../admin/MessageStateCell'
import { TemplateCell as TemplateCell_08b1a3276ff55c314467e804777568ea } from '../../../admin/TemplateName'
import { TemplateName as TemplateName_08b1a3276ff55c314467e804777568ea } from '../../../admin/TemplateName'
import { TemplateVersion as TemplateVersion_d8b28b5e8d1ed45879375db76ed31321 } from '../../../admin/TemplateVersion'
import { PhoneStateCell as PhoneStateCell_bb9775f81fe5ec01313650e7f9977912 } from '../../../admin/PhoneStateCell'
import { PhoneCell as PhoneCell_c5beb7bf8808ca2b37107277d5be9e64 } from '../../../admin/PhoneCell'
import { ClientCare as ClientCare_1e7b9067ef8edc3b94d72494229b5add } from '../../../admin/client/ClientCare'
import { PriceLabel as PriceLabel_95c9213d57ca52defeaac608f98327e8 } from '../../../admin/PriceLabel'
import { PriceCell as PriceCell_57d84a47eaf96e985f4972caf0fec83c } from '../../../admin/PriceCell'
import { TimeField as TimeField_eb6bcecd95d861285877c833563e6c7e } from '../../../admin/TimeField.client'
import { RowSummary as RowSummary_94ec15b79f5b95b720ece2955826f3aa } from '../../../admin/RowSummary.client'
import { OutsideState as OutsideState_0160608db163f3a8d7f5d0dc7ea5c7f6 } from '../../../admin/outside/OutsideState'
import { PropertyFeed as PropertyFeed_90c3b50f3e456006b2d4a48222e39945 } from '../../../admin/feed/FeedBox'
import { SlotsPreview as SlotsPreview_78e4a927955483d24bc68a841888f2c4 } from '../../../admin/SlotsPreview.client'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ChipsFeature as ChipsFeature_fe433e9e0c634b1fe0440a1587b91b06 } from '../../../admin/Chips.client'
import { TemplateDiff as TemplateDiff_b344013562a7819d679ec2df973aa864 } from '../../../admin/TemplateDiff'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TemplatePreview as TemplatePreview_5e7e8c7942831d88013679648ddd5300 } from '../../../admin/TemplatePreview'
import { TemplateMatrix as TemplateMatrix_71cc6c3203b1a3bddd2bc880d08a581c } from '../../../admin/TemplateMatrix'
import { Proof as Proof_2a37a766904ff74e4bed4454aa2b0c59 } from '../../../admin/account/Proof'
import { UserFeed as UserFeed_90c3b50f3e456006b2d4a48222e39945 } from '../../../admin/feed/FeedBox'
import { SecondFactor as SecondFactor_baf50ba5e6c86d9155aa5f55a0c0020e } from '../../../admin/account/SecondFactor'
import { Sessions as Sessions_daec265b9a55e34b164192ec1f42bf67 } from '../../../admin/account/Sessions'
import { WebhookSecret as WebhookSecret_a1c601956eb7bc1ed27e0a718f5d8bcf } from '../../../admin/secret/SecretBox'
import { ApiKeySecret as ApiKeySecret_a1c601956eb7bc1ed27e0a718f5d8bcf } from '../../../admin/secret/SecretBox'
import { AgencyFeed as AgencyFeed_90c3b50f3e456006b2d4a48222e39945 } from '../../../admin/feed/FeedBox'
import { Icon as Icon_ecb2d425e0c47f2704e0f6c0188b49d0 } from '../../../admin/Icon'
import { Logo as Logo_8c3bf6d9c8d24e4e81ab6192a4938147 } from '../../../admin/Logo'
import { ReportsLink as ReportsLink_c9f07fc65d68a13168bdf509b3addcb1 } from '../../../admin/ReportsLink'
import { HealthLink as HealthLink_0ac5fe35140665998a859537a31ecf5a } from '../../../admin/HealthLink'
import { StallNotice as StallNotice_a4b1a5e01547ee7785311bc408098721 } from '../../../admin/StallNotice'
import { Clashes as Clashes_b640352aab0f2aab5895ba942ccb5507 } from '../../../admin/outside/Clashes'
import { Morning as Morning_6378a9ad7bb2b57f7078f898c23fff1b } from '../../../admin/dashboard/Morning'
import { TemplateFaults as TemplateFaults_222d916686eae2c02fe3721e0917aab4 } from '../../../admin/TemplateFaults'
import { NavLinks as NavLinks_01a9df7dd30cd430bd06ced3e5f29e90 } from '../../../admin/NavLinks'
import { LoginView as LoginView_fa5a9d78ed06ae73763f166a38b9c116 } from '../../../admin/login/LoginView'
import { CallView as CallView_545e09ecd1e07d04b4269564a1d510ef } from '../../../admin/call/CallView'
import { CalendarView as CalendarView_d81710f9a4806f51db4eac087b3b137b } from '../../../admin/calendar/CalendarView'
import { Reports as Reports_a44fd331da60d1528dd74265d6c780c4 } from '../../../admin/Reports'
import { IntakeView as IntakeView_4e0d8ec97ab566a0720efbf63ca9ad72 } from '../../../admin/intake/IntakeView'
import { HealthView as HealthView_beea3dac27ae3736f5fd60ef08ad4643 } from '../../../admin/HealthView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/StatusCell#StatusCell": StatusCell_f059236e80cb25265249a16c63870d10,
  "/admin/WhenCell#WhenCell": WhenCell_a0b889d10218196bd660d4b0c178818d,
  "/admin/PromiseCell#PromiseCell": PromiseCell_9655d4fe24ceead6ea219afc0c476fab,
  "/admin/MomentCell#MomentCell": MomentCell_8261caf4c83208fc2d2d18214d1b9a7c,
  "/admin/list/ListTools#ListTools": ListTools_14f40eff1d5fcd5417cbf1160c4bae84,
  "/admin/DocumentDates.client#DocumentDates": DocumentDates_b4b478e8179e56a44d641d16cb656640,
  "/admin/reservation/ReservationScreen#ReservationScreen": ReservationScreen_ddcf977254c5ac29fe293b4ad8876d3f,
  "/admin/MessageLedger#MessageLedger": MessageLedger_16758bfd2c78778278d17dea31343b84,
  "/admin/PlainCell#PlainCell": PlainCell_d4d3af890f679e783cff87e89d4dd4cb,
  "/admin/MessageStateCell#MessageStateCell": MessageStateCell_397d53e99badb0126259ff54cb073364,
  "/admin/TemplateName#TemplateCell": TemplateCell_08b1a3276ff55c314467e804777568ea,
  "/admin/TemplateName#TemplateName": TemplateName_08b1a3276ff55c314467e804777568ea,
  "/admin/TemplateVersion#TemplateVersion": TemplateVersion_d8b28b5e8d1ed45879375db76ed31321,
  "/admin/PhoneStateCell#PhoneStateCell": PhoneStateCell_bb9775f81fe5ec01313650e7f9977912,
  "/admin/PhoneCell#PhoneCell": PhoneCell_c5beb7bf8808ca2b37107277d5be9e64,
  "/admin/client/ClientCare#ClientCare": ClientCare_1e7b9067ef8edc3b94d72494229b5add,
  "/admin/PriceLabel#PriceLabel": PriceLabel_95c9213d57ca52defeaac608f98327e8,
  "/admin/PriceCell#PriceCell": PriceCell_57d84a47eaf96e985f4972caf0fec83c,
  "/admin/TimeField.client#TimeField": TimeField_eb6bcecd95d861285877c833563e6c7e,
  "/admin/RowSummary.client#RowSummary": RowSummary_94ec15b79f5b95b720ece2955826f3aa,
  "/admin/outside/OutsideState#OutsideState": OutsideState_0160608db163f3a8d7f5d0dc7ea5c7f6,
  "/admin/feed/FeedBox#PropertyFeed": PropertyFeed_90c3b50f3e456006b2d4a48222e39945,
  "/admin/SlotsPreview.client#SlotsPreview": SlotsPreview_78e4a927955483d24bc68a841888f2c4,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "/admin/Chips.client#ChipsFeature": ChipsFeature_fe433e9e0c634b1fe0440a1587b91b06,
  "/admin/TemplateDiff#TemplateDiff": TemplateDiff_b344013562a7819d679ec2df973aa864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/TemplatePreview#TemplatePreview": TemplatePreview_5e7e8c7942831d88013679648ddd5300,
  "/admin/TemplateMatrix#TemplateMatrix": TemplateMatrix_71cc6c3203b1a3bddd2bc880d08a581c,
  "/admin/account/Proof#Proof": Proof_2a37a766904ff74e4bed4454aa2b0c59,
  "/admin/feed/FeedBox#UserFeed": UserFeed_90c3b50f3e456006b2d4a48222e39945,
  "/admin/account/SecondFactor#SecondFactor": SecondFactor_baf50ba5e6c86d9155aa5f55a0c0020e,
  "/admin/account/Sessions#Sessions": Sessions_daec265b9a55e34b164192ec1f42bf67,
  "/admin/secret/SecretBox#WebhookSecret": WebhookSecret_a1c601956eb7bc1ed27e0a718f5d8bcf,
  "/admin/secret/SecretBox#ApiKeySecret": ApiKeySecret_a1c601956eb7bc1ed27e0a718f5d8bcf,
  "/admin/feed/FeedBox#AgencyFeed": AgencyFeed_90c3b50f3e456006b2d4a48222e39945,
  "/admin/Icon#Icon": Icon_ecb2d425e0c47f2704e0f6c0188b49d0,
  "/admin/Logo#Logo": Logo_8c3bf6d9c8d24e4e81ab6192a4938147,
  "/admin/ReportsLink#ReportsLink": ReportsLink_c9f07fc65d68a13168bdf509b3addcb1,
  "/admin/HealthLink#HealthLink": HealthLink_0ac5fe35140665998a859537a31ecf5a,
  "/admin/StallNotice#StallNotice": StallNotice_a4b1a5e01547ee7785311bc408098721,
  "/admin/outside/Clashes#Clashes": Clashes_b640352aab0f2aab5895ba942ccb5507,
  "/admin/dashboard/Morning#Morning": Morning_6378a9ad7bb2b57f7078f898c23fff1b,
  "/admin/TemplateFaults#TemplateFaults": TemplateFaults_222d916686eae2c02fe3721e0917aab4,
  "/admin/NavLinks#NavLinks": NavLinks_01a9df7dd30cd430bd06ced3e5f29e90,
  "/admin/login/LoginView#LoginView": LoginView_fa5a9d78ed06ae73763f166a38b9c116,
  "/admin/call/CallView#CallView": CallView_545e09ecd1e07d04b4269564a1d510ef,
  "/admin/calendar/CalendarView#CalendarView": CalendarView_d81710f9a4806f51db4eac087b3b137b,
  "/admin/Reports#Reports": Reports_a44fd331da60d1528dd74265d6c780c4,
  "/admin/intake/IntakeView#IntakeView": IntakeView_4e0d8ec97ab566a0720efbf63ca9ad72,
  "/admin/HealthView#HealthView": HealthView_beea3dac27ae3736f5fd60ef08ad4643,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
