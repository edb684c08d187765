import type { ReactNode } from 'react';
import { useState } from 'react';
import { useI18n } from '@/lib/i18n';
import type { Answer, Operation } from '../chapters';
import type { Shape } from '../shapes';
import { FieldLine, Fields } from './Fields';

/** One thing that can be asked; open, all that is known of it. */
export function OperationDetails({ operation }: { readonly operation: Operation }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className="reference-operation"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <span className="reference-method">{operation.method.toUpperCase()}</span>
        <code>{operation.path}</code>
        <span className="text-13 text-muted">{operation.summary}</span>
      </summary>
      {open && <Everything operation={operation} />}
    </details>
  );
}

function Everything({ operation }: { readonly operation: Operation }) {
  const { t } = useI18n();
  const { description, parameters, body, answers } = operation;
  return (
    <div className="reference-everything">
      {description !== undefined && <p className="max-w-(--measure)">{description}</p>}
      {parameters.length > 0 && (
        <Part name={t('reference.parameters')}>
          <ul className="reference-fields">
            {parameters.map((parameter) => (
              <li key={`${parameter.place} ${parameter.name}`}>
                <FieldLine field={parameter} place={parameter.place} sent />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {body !== undefined && (
        <Part name={t('reference.body')}>
          <ShapeOf mediaType={body.mediaType} shape={body.shape} sent />
        </Part>
      )}
      <Part name={t('reference.answers')}>
        {answers.map((answer) => (
          <AnswerLine key={answer.status} answer={answer} />
        ))}
      </Part>
    </div>
  );
}

function AnswerLine({ answer: { status, description, body } }: { readonly answer: Answer }) {
  const { t } = useI18n();
  return (
    <div className="reference-answer">
      <p>
        <b className="num font-semibold">
          {status === 'default' ? t('reference.anyOther') : status}
        </b>{' '}
        {description}
      </p>
      {body !== undefined && <ShapeOf mediaType={body.mediaType} shape={body.shape} sent={false} />}
    </div>
  );
}

interface ShapeOfProps {
  readonly mediaType: string;
  readonly shape: Shape;
  readonly sent: boolean;
}

function ShapeOf({ mediaType, shape, sent }: ShapeOfProps) {
  return (
    <>
      <p>
        <span className="reference-type">{shape.type}</span>{' '}
        <span className="text-13 text-muted">{mediaType}</span>
      </p>
      {shape.fields.length > 0 && <Fields fields={shape.fields} sent={sent} />}
    </>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className="h-card">{name}</h3>
      {children}
    </section>
  );
}
