'use client'

import {
  BlocksFeatureClient,
  INSERT_INLINE_BLOCK_COMMAND,
  useEditorConfigContext,
} from '@payloadcms/richtext-lexical/client'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useFormFields, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import { TEMPLATE_KEYS } from '@/domain/notifications'
import type { VariableName } from '@/domain/variables'
import { choicesFor, keywordsOf, type Choice, type Part } from './variableChoice'
import { editorWords } from './editorWords'
import { adminLocale } from './words'

const GROUP = 'variables'
/** Payload drops a group without items before ours are known. */
const PLACEHOLDER = { Icon: () => null, key: 'none', onSelect: () => undefined }

const insert = (editor: LexicalEditor, name: VariableName) =>
  editor.dispatchCommand(INSERT_INLINE_BLOCK_COMMAND, { blockName: '', blockType: name })

/** Payload's chips with another menu: Payload's own offers every variable there is. */
export const ChipsFeature: typeof BlocksFeatureClient = (props) => {
  const base = BlocksFeatureClient(props)
  return {
    ...base,
    feature: (args) => {
      const blocks = typeof base.feature === 'function' ? base.feature(args) : base.feature
      return {
        ...blocks,
        toolbarFixed: { groups: [] },
        slashMenu: { groups: [{ key: GROUP, items: [PLACEHOLDER] }] },
        plugins: [
          ...(blocks.plugins ?? []),
          { Component: VariablePanel, position: 'belowContainer' as const },
        ],
      }
    },
  }
}

type Groups = ReturnType<
  typeof useEditorConfigContext
>['editorConfig']['features']['slashMenu']['groups']

/**
 * Sets what the slash menu offers. Payload builds it before the message is known, and the groups
 * that it would compute on demand arrive empty in 3.90.
 */
function offer(groups: Groups, choices: readonly Choice[], heading: string): void {
  const group = groups.find(({ key }) => key === GROUP)
  if (!group) return
  group.label = heading
  group.items = choices.map((choice) => ({
    Icon: () => <SlashHelp {...choice} />,
    key: choice.name,
    keywords: keywordsOf(choice),
    label: choice.label,
    onSelect: ({ editor }) => insert(editor, choice.name),
  }))
}

function SlashHelp({ help, sample }: Choice) {
  return (
    <small className="scim-slash-help">
      {help} <q>{sample}</q>
    </small>
  )
}

/** The variables of this message below its text: one click inserts one at the cursor. */
function VariablePanel() {
  const [editor] = useLexicalComposerContext()
  const { editorConfig, fieldProps } = useEditorConfigContext()
  const { i18n } = useTranslation()
  const chosen = useFormFields(([fields]) => fields.key?.value)
  const key = TEMPLATE_KEYS.find((one) => one === chosen)
  const part: Part = fieldProps.path === 'subject' ? 'subject' : 'body'
  const locale = adminLocale(i18n)
  const words = editorWords(locale)
  const choices = key ? choicesFor(key, part, locale) : []
  useEffect(() => {
    offer(editorConfig.features.slashMenu.groups, choices, words.variables)
  })
  if (!key) return <p className="scim-variables-none">{words.chooseMessage}</p>
  return (
    <section className="scim-variables" aria-label={words.variablesOf(part)}>
      <p>{words.insertHint}</p>
      <ul>
        {choices.map(({ name, label, help, sample, required, optional }) => (
          <li key={name}>
            <button
              type="button"
              // The text keeps its cursor: the chip goes where it stands.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => insert(editor, name)}
            >
              {label}
            </button>
            <span>
              {help} <q>{sample}</q>
              {required && <strong> {words.required}</strong>}
              {optional && <em> {words.optional}</em>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
