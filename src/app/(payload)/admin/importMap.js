import { ReservationClash as ReservationClash_b640352aab0f2aab5895ba942ccb5507 } from '../../../admin/outside/Clashes'
import { ReservationHeader as ReservationHeader_4f1577f0dbe2a7ac3586121c2e45f1ad } from '../../../admin/ReservationHeader'
import { StatusCell as StatusCell_f059236e80cb25265249a16c63870d10 } from '../../../admin/StatusCell'
import { WhenCell as WhenCell_a0b889d10218196bd660d4b0c178818d } from '../../../admin/WhenCell'
import { PromiseCell as PromiseCell_9655d4fe24ceead6ea219afc0c476fab } from '../../../admin/PromiseCell'
import { Timeline as Timeline_a14cdd454270d36f0dd51f7193286b01 } from '../../../admin/Timeline'
import { Conversation as Conversation_38c7178c3f4300f3ec5e57ee65ac679a } from '../../../admin/Conversation'
import { Decision as Decision_d9a53c3f5e021c6a75e9bfd6ce61f7e6 } from '../../../admin/Decision'
import { MessageStateCell as MessageStateCell_397d53e99badb0126259ff54cb073364 } from '../../../admin/MessageStateCell'
import { OutsideState as OutsideState_0160608db163f3a8d7f5d0dc7ea5c7f6 } from '../../../admin/outside/OutsideState'
import { PropertyFeed as PropertyFeed_90c3b50f3e456006b2d4a48222e39945 } from '../../../admin/feed/FeedBox'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UserFeed as UserFeed_90c3b50f3e456006b2d4a48222e39945 } from '../../../admin/feed/FeedBox'
import { WebhookSecret as WebhookSecret_a1c601956eb7bc1ed27e0a718f5d8bcf } from '../../../admin/secret/SecretBox'
import { ApiKeySecret as ApiKeySecret_a1c601956eb7bc1ed27e0a718f5d8bcf } from '../../../admin/secret/SecretBox'
import { AgencyFeed as AgencyFeed_90c3b50f3e456006b2d4a48222e39945 } from '../../../admin/feed/FeedBox'
import { Icon as Icon_ecb2d425e0c47f2704e0f6c0188b49d0 } from '../../../admin/Icon'
import { Logo as Logo_8c3bf6d9c8d24e4e81ab6192a4938147 } from '../../../admin/Logo'
import { ReportsLink as ReportsLink_c9f07fc65d68a13168bdf509b3addcb1 } from '../../../admin/ReportsLink'
import { StallNotice as StallNotice_a4b1a5e01547ee7785311bc408098721 } from '../../../admin/StallNotice'
import { Clashes as Clashes_b640352aab0f2aab5895ba942ccb5507 } from '../../../admin/outside/Clashes'
import { ToAnswer as ToAnswer_825045c38228556fe28de386038a5730 } from '../../../admin/ToAnswer'
import { TemplateFaults as TemplateFaults_222d916686eae2c02fe3721e0917aab4 } from '../../../admin/TemplateFaults'
import { Reports as Reports_a44fd331da60d1528dd74265d6c780c4 } from '../../../admin/Reports'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/outside/Clashes#ReservationClash": ReservationClash_b640352aab0f2aab5895ba942ccb5507,
  "/admin/ReservationHeader#ReservationHeader": ReservationHeader_4f1577f0dbe2a7ac3586121c2e45f1ad,
  "/admin/StatusCell#StatusCell": StatusCell_f059236e80cb25265249a16c63870d10,
  "/admin/WhenCell#WhenCell": WhenCell_a0b889d10218196bd660d4b0c178818d,
  "/admin/PromiseCell#PromiseCell": PromiseCell_9655d4fe24ceead6ea219afc0c476fab,
  "/admin/Timeline#Timeline": Timeline_a14cdd454270d36f0dd51f7193286b01,
  "/admin/Conversation#Conversation": Conversation_38c7178c3f4300f3ec5e57ee65ac679a,
  "/admin/Decision#Decision": Decision_d9a53c3f5e021c6a75e9bfd6ce61f7e6,
  "/admin/MessageStateCell#MessageStateCell": MessageStateCell_397d53e99badb0126259ff54cb073364,
  "/admin/outside/OutsideState#OutsideState": OutsideState_0160608db163f3a8d7f5d0dc7ea5c7f6,
  "/admin/feed/FeedBox#PropertyFeed": PropertyFeed_90c3b50f3e456006b2d4a48222e39945,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/feed/FeedBox#UserFeed": UserFeed_90c3b50f3e456006b2d4a48222e39945,
  "/admin/secret/SecretBox#WebhookSecret": WebhookSecret_a1c601956eb7bc1ed27e0a718f5d8bcf,
  "/admin/secret/SecretBox#ApiKeySecret": ApiKeySecret_a1c601956eb7bc1ed27e0a718f5d8bcf,
  "/admin/feed/FeedBox#AgencyFeed": AgencyFeed_90c3b50f3e456006b2d4a48222e39945,
  "/admin/Icon#Icon": Icon_ecb2d425e0c47f2704e0f6c0188b49d0,
  "/admin/Logo#Logo": Logo_8c3bf6d9c8d24e4e81ab6192a4938147,
  "/admin/ReportsLink#ReportsLink": ReportsLink_c9f07fc65d68a13168bdf509b3addcb1,
  "/admin/StallNotice#StallNotice": StallNotice_a4b1a5e01547ee7785311bc408098721,
  "/admin/outside/Clashes#Clashes": Clashes_b640352aab0f2aab5895ba942ccb5507,
  "/admin/ToAnswer#ToAnswer": ToAnswer_825045c38228556fe28de386038a5730,
  "/admin/TemplateFaults#TemplateFaults": TemplateFaults_222d916686eae2c02fe3721e0917aab4,
  "/admin/Reports#Reports": Reports_a44fd331da60d1528dd74265d6c780c4,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
